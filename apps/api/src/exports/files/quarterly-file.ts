import { Injectable } from '@nestjs/common';
import type { QuarterlyExport, QuarterlyPage } from '@evenhand/contracts';
import type { Label, Scope } from '@evenhand/domain';
import { type Column, type ExportDocument, type Table, tableOf } from '@evenhand/exports';
import { ScorePages } from '../../scores/score-pages';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames } from '../frames';
import { officialFrame } from '../official-frame';
import { ends, FORM_NAMES, periodText, rangeText } from './form-words';

type Unit = QuarterlyPage['units'][number];
type Criterion = Unit['criteria'][number];

const NAMES = {
  title: { vi: 'Đánh giá việc giải quyết thủ tục hành chính theo quý', en: 'Quarterly evaluation of the settlement of procedures' },
  criterion: { vi: 'Tiêu chí', en: 'Criterion' },
  self: { vi: 'Tự chấm', en: 'Self-score' },
  appraised: { vi: 'Thẩm định', en: 'Appraised' },
  state: { vi: 'Cách tính', en: 'How' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  total: { vi: 'Tổng cộng (trên 18 điểm)', en: 'Total (of 18 points)' },
} as const;

const STATES: Readonly<Record<Criterion['state'], Label>> = {
  stated: { vi: 'Đã thẩm định', en: 'Appraised' },
  measured: { vi: 'Tính từ số liệu', en: 'Decided by the data' },
  open: { vi: 'Số liệu chưa đủ, cần người thẩm định', en: 'Left open by the data, to be appraised' },
  missing: { vi: 'Chưa có dữ liệu', en: 'No data' },
};

const nameOf = ({ unit, name }: Unit, { names, city }: Frame): string => (unit === null ? names.say(city.name) : (name ?? unit));
const points = (name: string): Column => ({ name, type: 'number' });

/** One unit, criterion by criterion. */
function criteriaTable({ criteria, total, selfTotal }: Unit, { names }: Frame): Table {
  const columns: Column[] = [
    points(names.say(FORM_NAMES.order)),
    { name: names.say(NAMES.criterion), type: 'text' },
    ...[NAMES.self, NAMES.appraised, FORM_NAMES.sure, FORM_NAMES.possible].map((label) => points(names.say(label))),
    { name: names.say(NAMES.state), type: 'text' },
    { name: names.say(NAMES.evidence), type: 'text' },
  ];
  const rows = criteria.map((one) => [
    one.number,
    names.say(one.label),
    one.selfScore,
    one.appraised,
    ...ends(one.points),
    names.say(STATES[one.state]),
    [...one.evidence.map(({ label, value }) => `${names.say(label)}: ${value}`), ...(one.basis === null ? [] : [one.basis])].join('; '),
  ]);
  return tableOf(names.say(NAMES.criterion), columns, [
    ...rows,
    [null, names.say(NAMES.total), selfTotal, null, ...ends(total), null, null],
  ]);
}

/** Several units, one line each. */
function unitsTable(units: readonly Unit[], frame: Frame): Table {
  const { names } = frame;
  const { language } = names;
  const criteria = units[0]?.criteria ?? [];
  const columns: Column[] = [
    { name: names.say(FORM_NAMES.unit), type: 'text' },
    ...criteria.map(({ number }): Column => ({ name: `${names.say(NAMES.criterion)} ${number}`, type: 'text' })),
    points(names.say(FORM_NAMES.sure)),
    points(names.say(FORM_NAMES.possible)),
    { name: names.say(FORM_NAMES.grade), type: 'text' },
  ];
  const rows = units.map((unit) => [
    nameOf(unit, frame),
    ...unit.criteria.map((one) => rangeText(one.points, language)),
    ...ends(unit.total),
    names.say(unit.class ?? FORM_NAMES.open),
  ]);
  return tableOf(names.say(FORM_NAMES.unit), columns, rows);
}

/** The quarterly evaluation as a file. */
@Injectable()
export class QuarterlyFile {
  constructor(
    private readonly pages: ScorePages,
    private readonly frames: Frames,
  ) {}

  async make(query: QuarterlyExport, site: string, scope: Scope): Promise<SentFile> {
    const [page, frame] = await Promise.all([this.pages.quarterly(query, scope), this.frames.of(query, site, scope)]);
    const { names, fact } = frame;
    const [only] = page.units.length === 1 ? page.units : [];
    const unit = only === undefined ? names.say(frame.city.name) : nameOf(only, frame);
    const title = `${names.say(NAMES.title)}: ${periodText(page.period, query.language)}`;
    const grade = only === undefined ? [] : [`${names.say(FORM_NAMES.grade)}: ${names.say(only.class ?? FORM_NAMES.open)}.`];
    const document: ExportDocument = {
      ...frame.blank,
      title,
      facts: [fact('unit', unit), ...frame.facts({ range: page.period, askedAsOf: page.asOf }).slice(1)],
      lead: grade,
      tables: [only === undefined ? unitsTable(page.units, frame) : criteriaTable(only, frame)],
      notes: [fact('basis', names.say(page.source))],
      official: query.official === 'true' ? officialFrame(only?.name ?? null, frame.city) : null,
    };
    return fileOf(document, query.format, { day: frame.day, scope: unit, report: `${names.say(NAMES.title)} ${query.period}` });
  }
}
