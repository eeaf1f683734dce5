import type { Label, Language } from '@evenhand/domain';
import { CONTRACTS, ENTITIES, type EntityContract, lawsOf, QUALITY_CHECKS } from '@evenhand/etl';

type Column = EntityContract['columns'][number];

const WORDS: Readonly<
  Record<Language, Readonly<Record<'title' | 'intro' | 'column' | 'kind' | 'law' | 'level' | 'checks' | 'says' | 'share', string>>>
> = {
  en: {
    title: 'Contracts',
    intro:
      'Written by `npm run docs` from the contracts; change them, not this page. A law that rejects sends a record to quarantine, one that flags is a finding on it.',
    ...{ column: 'column', kind: 'kind', law: 'law', level: 'level', says: 'meaning', share: 'from' },
    checks: 'Checks across records',
  },
  vi: {
    title: 'Giao ước dữ liệu',
    intro:
      'Trang này do `npm run docs` ghi từ các giao ước; hãy sửa giao ước, không sửa trang này. Quy tắc từ chối đưa bản ghi vào khu cách ly, quy tắc cảnh báo để lại phát hiện trên bản ghi.',
    ...{ column: 'cột', kind: 'kiểu', law: 'quy tắc', level: 'mức', says: 'nội dung', share: 'từ' },
    checks: 'Kiểm tra trên nhiều bản ghi',
  },
};
const LEVELS: Readonly<Record<'reject' | 'flag', Label>> = {
  reject: { vi: 'từ chối', en: 'rejects' },
  flag: { vi: 'cảnh báo', en: 'flags' },
};
const REQUIRED: Label = { vi: 'bắt buộc', en: 'required' };

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const columnRow = ({ name, kind, label, required }: Column, language: Language): string[] => [
  `\`${name}\``,
  `${kind}${required ? `, ${REQUIRED[language]}` : ''}`,
  label[language],
];

function entry(contract: EntityContract, language: Language): string {
  const words = WORDS[language];
  return [
    `### ${contract.label[language]} (\`${contract.entity}\`)`,
    table(
      [words.column, words.kind, words.says],
      contract.columns.map((column) => columnRow(column, language)),
    ),
    table(
      [words.law, words.level, words.says],
      lawsOf(contract).map(({ id, level, reason }) => [`\`${id}\``, LEVELS[level][language], reason[language]]),
    ),
  ].join('\n\n');
}

function checks(language: Language): string {
  const { checks: title, law, says, share } = WORDS[language];
  const rows = QUALITY_CHECKS.map(({ id, reason, threshold, fewest }) => [
    `\`${id}\``,
    reason[language],
    `${threshold * 100} % (n ≥ ${fewest})`,
  ]);
  return `### ${title}\n\n${table([law, says, share], rows)}`;
}

const part = (language: Language): string =>
  [
    `## ${WORDS[language].title}`,
    WORDS[language].intro,
    ...ENTITIES.map((entity) => entry(CONTRACTS[entity], language)),
    checks(language),
  ].join('\n\n');

/** Every kind of record with its columns and laws, as a page in both languages. */
export const contractsPage = (): string => `# Contracts · Giao ước dữ liệu\n\n${part('en')}\n\n${part('vi')}\n`;
