import { Injectable } from '@nestjs/common';
import type { VerdictsExport } from '@evenhand/contracts';
import { addDays, type Scope, timeRange, type VerdictReason } from '@evenhand/domain';
import { type Cell, type Column, type ExportDocument, tableOf } from '@evenhand/exports';
import { StandardsDesk } from '../../standards/standards-desk';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames } from '../frames';
import { standardNotes } from '../standard-notes';
import { STANDING_NAMES } from '../words/codes';
import { COLUMN_NAMES } from '../words/columns';
import { FIGURE_NAMES, SAID, VERDICT_REASON_NAMES } from '../words/facts';

type Verdict = Awaited<ReturnType<StandardsDesk['verdicts']>>['verdicts'][number];

const NAMES = {
  from: { vi: 'Từ ngày', en: 'From' },
  last: { vi: 'Đến ngày', en: 'To' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  why: { vi: 'Vì sao', en: 'Why' },
  breaches: { vi: 'Vi phạm', en: 'Breaches' },
  verdicts: { vi: 'Kết luận theo điểm và kỳ', en: 'Verdicts by point and period' },
} as const;

const reasonText = (reason: VerdictReason | null, { names }: Frame): Cell =>
  reason === null ? null : names.say(VERDICT_REASON_NAMES[reason]);

function columnsFor({ names }: Frame, isShare: boolean): readonly Column[] {
  const value = isShare ? ({ type: 'share' } as const) : ({ type: 'number', digits: 1 } as const);
  return [
    { name: names.say(COLUMN_NAMES.point_code), type: 'text' },
    { name: names.say(NAMES.from), type: 'day' },
    { name: names.say(NAMES.last), type: 'day' },
    { name: names.say(NAMES.verdict), type: 'text' },
    { name: names.say(NAMES.why), type: 'text' },
    { name: names.say(FIGURE_NAMES.value), ...value },
    { name: names.say(FIGURE_NAMES.low), ...value },
    { name: names.say(FIGURE_NAMES.high), ...value },
    { name: names.say(FIGURE_NAMES.n), type: 'number', digits: 0 },
    { name: names.say(NAMES.breaches), type: 'number', digits: 0 },
    { name: names.say(FIGURE_NAMES.coverage), type: 'share' },
  ];
}

const cellsFor =
  (frame: Frame) =>
  (verdict: Verdict): readonly Cell[] => [
    verdict.point === null ? frame.names.say(frame.city.name) : frame.names.key('point', verdict.point),
    verdict.from,
    addDays(verdict.to, -1),
    frame.names.say(STANDING_NAMES[verdict.state]),
    reasonText(verdict.reason, frame),
    verdict.value,
    verdict.interval?.low ?? null,
    verdict.interval?.high ?? null,
    verdict.n,
    verdict.breaches,
    verdict.coverage,
  ];

/** What a standard comes to, by point and period, as a file. */
@Injectable()
export class VerdictsFile {
  constructor(
    private readonly standards: StandardsDesk,
    private readonly frames: Frames,
  ) {}

  async make(id: string, query: VerdictsExport, site: string, scope: Scope): Promise<SentFile> {
    const [standard, { verdicts }, frame] = await Promise.all([
      this.standards.page(id),
      this.standards.verdicts(id, query, scope),
      this.frames.of(query, site, scope),
    ]);
    const { names, fact } = frame;
    const asOf = verdicts.reduce<string | null>((last, one) => (one.asOf !== null && one.asOf > (last ?? '') ? one.asOf : last), null);
    const metric = standard.metric === null ? null : names.metric(standard.metric);
    const isShare = metric === null || metric.unit === 'share';
    const title = names.say(standard.label);
    const document: ExportDocument = {
      ...frame.blank,
      title,
      facts: frame.facts({ range: timeRange(query.from, query.to), asOf, askedAsOf: query.asOf }),
      tables: [tableOf(names.say(NAMES.verdicts), columnsFor(frame, isShare), verdicts.map(cellsFor(frame)))],
      notes: [...standardNotes(standard, frame), fact('hidden', names.say(SAID.dash)), fact('hidden', names.say(SAID.interval))],
    };
    return fileOf(document, query.format, { day: frame.day, scope: names.say(frame.city.name), report: title });
  }
}
