import type { Fact } from '@evenhand/exports';
import type { StandardsDesk } from '../standards/standards-desk';
import type { Frame } from './frames';

type Noted = Pick<Awaited<ReturnType<StandardsDesk['page']>>, 'label' | 'promise' | 'clock' | 'citations' | 'versions' | 'thresholds'>;

/** What a standard promises, by which texts, and the numbers that it was judged by. */
export function standardNotes({ label, promise, clock, citations, versions, thresholds }: Noted, { names, fact }: Frame): readonly Fact[] {
  const { say, language } = names;
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 });
  const since = { vi: 'từ', en: 'from' } as const;
  const texts = citations.map(({ instrument, article }) => [say(instrument), ...(article === null ? [] : [say(article)])].join(', '));
  const numbers = versions.map(({ from, limits }) => {
    const said = Object.entries(limits).map(([id, value]) => {
      const threshold = thresholds.find((one) => one.id === id);
      return `${threshold === undefined ? id : say(threshold.label)}: ${number.format(value)}`;
    });
    return `${say(since)} ${from}${said.length === 0 ? '' : `: ${said.join('; ')}`}`;
  });
  return [
    fact('standard', `${say(label)}: ${say(promise)}`),
    fact('formula', say(clock)),
    ...texts.map((text) => fact('basis', text)),
    ...numbers.map((text) => fact('limits', text)),
  ];
}
