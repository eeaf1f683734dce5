import { Injectable } from '@nestjs/common';
import type { Index766Export, Index766Page } from '@evenhand/contracts';
import type { Label, Scope } from '@evenhand/domain';
import { type Column, type ExportDocument, type Table, tableOf } from '@evenhand/exports';
import { ScorePages } from '../../scores/score-pages';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames } from '../frames';
import { officialFrame } from '../official-frame';
import { ends, FORM_NAMES, periodText } from './form-words';

type Unit = Index766Page['units'][number];

const NAMES = {
  title: { vi: 'Chỉ số phục vụ người dân, doanh nghiệp (766)', en: 'Index of service to people and businesses (766)' },
  short: { vi: 'Chỉ số 766', en: 'Index 766' },
  group: { vi: 'Nhóm chỉ số', en: 'Group' },
  published: { vi: 'Cổng quốc gia công bố', en: 'Published by the portal' },
  code: { vi: 'Mã', en: 'Code' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  met: { vi: 'Đạt', en: 'Met' },
  of: { vi: 'Trên', en: 'Of' },
  ground: { vi: 'Tính từ', en: 'Rests on' },
  cause: { vi: 'Mất điểm vì', en: 'Points lost by cause' },
  cases: { vi: 'Số trường hợp', en: 'Cases' },
  lost: { vi: 'Điểm mất', en: 'Points lost' },
  total: { vi: 'Tổng điểm', en: 'Total' },
} as const;

const GROUNDS: Readonly<Record<Unit['indicators'][number]['ground'], Label>> = {
  measured: { vi: 'Đếm từ dữ liệu', en: 'Counted' },
  stated: { vi: 'Do đơn vị khai', en: 'Stated' },
  unknown: { vi: 'Chưa có nguồn dữ liệu', en: 'No source of data' },
  not_asked: { vi: 'Không chấm cấp xã', en: 'Not asked of communes' },
  nothing_to_measure: { vi: 'Không có gì để đo', en: 'Nothing to measure' },
};

const nameOf = ({ unit, name }: Unit, { names, city }: Frame): string => (unit === null ? names.say(city.name) : (name ?? unit));
const text = (name: string): Column => ({ name, type: 'text' });
const points = (name: string): Column => ({ name, type: 'number', digits: 2 });
const count = (name: string): Column => ({ name, type: 'number', digits: 0 });
const scored = ({ names }: Frame): readonly Column[] =>
  [FORM_NAMES.max, FORM_NAMES.sure, FORM_NAMES.possible].map((label) => points(names.say(label)));

function groupsTable({ groups, total }: Unit, frame: Frame): Table {
  const { say } = frame.names;
  const rows = groups.map((one) => [say(one.label), one.max, ...ends(one.points), one.beside?.published.score ?? null]);
  return tableOf(
    say(NAMES.group),
    [text(say(NAMES.group)), ...scored(frame), points(say(NAMES.published))],
    [...rows, [say(NAMES.total), 100, ...ends(total), null]],
  );
}

function indicatorsTable({ indicators }: Unit, frame: Frame): Table {
  const { say } = frame.names;
  const columns = [
    text(say(NAMES.code)),
    text(say(NAMES.indicator)),
    ...scored(frame),
    count(say(NAMES.met)),
    count(say(NAMES.of)),
    text(say(NAMES.ground)),
  ];
  return tableOf(
    say(NAMES.indicator),
    columns,
    indicators.map((one) => [
      one.id,
      say(one.label),
      one.max,
      ...ends(one.points),
      one.counted?.met ?? null,
      one.counted?.of ?? null,
      say(GROUNDS[one.ground]),
    ]),
  );
}

function causesTable({ indicators }: Unit, { names: { say } }: Frame): Table {
  const columns = [text(say(NAMES.code)), text(say(NAMES.cause)), count(say(NAMES.cases)), points(say(NAMES.lost))];
  const rows = indicators.flatMap(({ id, lost }) => lost.map((cause) => [id, say(cause.label), cause.cases, cause.points]));
  return tableOf(say(NAMES.cause), columns, rows);
}

/** Several units, one line each. */
function unitsTable(units: readonly Unit[], frame: Frame): Table {
  const { say } = frame.names;
  const groups = units[0]?.groups ?? [];
  const columns: Column[] = [
    text(say(FORM_NAMES.unit)),
    ...groups.flatMap(({ label }) => [FORM_NAMES.sure, FORM_NAMES.possible].map((end) => ({ ...points(say(end)), group: say(label) }))),
    ...[FORM_NAMES.sure, FORM_NAMES.possible].map((end) => ({ ...points(say(end)), group: say(NAMES.total) })),
    text(say(FORM_NAMES.grade)),
  ];
  const rows = units.map((unit) => [
    nameOf(unit, frame),
    ...unit.groups.flatMap((one) => ends(one.points)),
    ...ends(unit.total),
    say(unit.band ?? FORM_NAMES.open),
  ]);
  return tableOf(say(FORM_NAMES.unit), columns, rows);
}

/** Index 766 as a file. */
@Injectable()
export class Index766File {
  constructor(
    private readonly pages: ScorePages,
    private readonly frames: Frames,
  ) {}

  async make(query: Index766Export, site: string, scope: Scope): Promise<SentFile> {
    const [page, frame] = await Promise.all([this.pages.index766(query, scope), this.frames.of(query, site, scope)]);
    const { names, fact } = frame;
    const [only] = page.units.length === 1 ? page.units : [];
    const unit = only === undefined ? names.say(frame.city.name) : nameOf(only, frame);
    const grade = only === undefined ? [] : [`${names.say(FORM_NAMES.grade)}: ${names.say(only.band ?? FORM_NAMES.open)}.`];
    const document: ExportDocument = {
      ...frame.blank,
      title: `${names.say(NAMES.title)}: ${periodText(page.period, query.language)}`,
      facts: [fact('unit', unit), ...frame.facts({ range: page.period, askedAsOf: page.asOf, coverage: only?.coverage ?? null }).slice(1)],
      lead: grade,
      tables:
        only === undefined
          ? [unitsTable(page.units, frame)]
          : [groupsTable(only, frame), indicatorsTable(only, frame), causesTable(only, frame)],
      notes: [fact('basis', names.say(page.version.source)), fact('version', page.version.version)],
      official: query.official === 'true' ? officialFrame(only?.name ?? null, frame.city) : null,
    };
    return fileOf(document, query.format, { day: frame.day, scope: unit, report: `${names.say(NAMES.short)} ${query.period}` });
  }
}
