import { Injectable } from '@nestjs/common';
import type { II06Export, ReportII06Page } from '@evenhand/contracts';
import type { Attribution, Label, Scope } from '@evenhand/domain';
import { type Batch, type Cell, type Column, dayText, type ExportDocument, type Fact, type Table, tableOf } from '@evenhand/exports';
import { FormII06 } from '../../reports/form-ii06';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames, rangeText } from '../frames';
import { officialFrame } from '../official-frame';
import { SAID } from '../words/facts';
import { FORM_NAMES, periodText } from './form-words';

type Unit = ReportII06Page['units'][number];

const TITLE = {
  vi: 'Tình hình, kết quả giải quyết thủ tục hành chính (Biểu số II.06/VPCP/KSTT)',
  en: 'Reception and settlement of administrative procedures (form II.06/VPCP/KSTT)',
} as const;
const SHORT = { vi: 'Biểu II.06', en: 'Form II.06' } as const;
const BASIS = { vi: 'Thông tư số 01/2020/TT-VPCP', en: 'Circular 01/2020/TT-VPCP' } as const;
const ATTRIBUTED: Readonly<Record<Attribution, Label>> = {
  reception: { vi: 'nơi tiếp nhận', en: 'who received them' },
  authority: { vi: 'cơ quan có thẩm quyền', en: 'the competent authority' },
  residence: { vi: 'nơi cư trú', en: 'the applicant’s ward' },
};

const nameOf = ({ unit, name }: Unit, { names, city }: Frame): string =>
  unit === null ? names.say(city.name) : (name ?? (unit === '' ? names.say(FORM_NAMES.noUnit) : unit));

function table({ columns, units }: ReportII06Page, frame: Frame): Table {
  const { names } = frame;
  const isSeveral = units.length > 1;
  const unitColumn: Column[] = isSeveral ? [{ name: names.say(FORM_NAMES.unit), type: 'text' }] : [];
  const heads: Column[] = [
    ...unitColumn,
    { name: names.say(FORM_NAMES.order), type: 'number', digits: 0 },
    { name: names.say(FORM_NAMES.field), type: 'text' },
    ...columns.map(({ number, label, groupLabel }): Column => ({
      name: `(${number}) ${names.say(label)}`,
      group: names.say(groupLabel),
      type: 'number',
      digits: 0,
    })),
  ];
  const rowsOf = (unit: Unit): Batch => {
    const first: readonly Cell[] = isSeveral ? [nameOf(unit, frame)] : [];
    const fields = unit.rows.map(({ field, label, cells }, index): readonly Cell[] => [
      ...first,
      index + 1,
      label === null ? field || names.say(SAID.notSaid) : names.say(label),
      ...columns.map(({ id }) => cells[id]),
    ]);
    return [...fields, [...first, null, names.say(FORM_NAMES.total), ...columns.map(({ id }) => unit.total[id])]];
  };
  return tableOf(names.say(SHORT), heads, units.flatMap(rowsOf));
}

function notes({ units, attribution }: ReportII06Page, frame: Frame): readonly Fact[] {
  const { names, fact } = frame;
  const laws = new Map<string, { readonly label: Label; readonly holds: boolean }>();
  for (const { checks } of units)
    for (const { id, label, holds } of checks) laws.set(id, { label, holds: holds && (laws.get(id)?.holds ?? true) });
  const sum = (of: 'undated' | 'dateless'): number => units.reduce((total, unit) => total + unit[of], 0);
  const said = (count: number, label: Label): readonly Fact[] => (count === 0 ? [] : [fact('hidden', `${count} ${names.say(label)}`)]);
  return [
    fact('basis', names.say(BASIS)),
    fact('belongs', names.say(ATTRIBUTED[attribution])),
    ...[...laws.values()].map(({ label, holds }) => fact('laws', `${names.say(label)}: ${names.say(holds ? SAID.holds : SAID.breaks)}`)),
    ...said(sum('dateless'), {
      vi: 'hồ sơ không có ngày hẹn trả; biểu tính là trong hạn.',
      en: 'dossiers have no due date; the form counts them as within the limit.',
    }),
    ...said(sum('undated'), {
      vi: 'hồ sơ đã xong nhưng nguồn không nói ngày nào; được tính là đang giải quyết.',
      en: 'settled dossiers have no day in any source; they count as in progress.',
    }),
  ];
}

/** Form II.06 as a file. */
@Injectable()
export class FormII06File {
  constructor(
    private readonly form: FormII06,
    private readonly frames: Frames,
  ) {}

  async make(query: II06Export, site: string, scope: Scope): Promise<SentFile> {
    const [page, frame] = await Promise.all([this.form.page(query, scope), this.frames.of(query, site, scope)]);
    const { names, fact } = frame;
    const [only] = page.units.length === 1 ? page.units : [];
    const unit = only === undefined ? names.say(frame.city.name) : nameOf(only, frame);
    const document: ExportDocument = {
      ...frame.blank,
      title: names.say(TITLE),
      facts: [
        fact('unit', unit),
        fact('period', `${periodText(page.period, query.language)}: ${rangeText(page.period)}`),
        ...frame.facts({ askedAsOf: page.asOf, coverage: only?.coverage ?? null }).slice(1),
        ...(page.knownDay === null ? [] : [fact('known', dayText(page.knownDay))]),
      ],
      lead: page.isOver ? [] : [names.say(SAID.notOver)],
      tables: [table(page, frame)],
      notes: notes(page, frame),
      official: query.official === 'true' ? officialFrame(only?.name ?? null, frame.city) : null,
    };
    return fileOf(document, query.format, { day: frame.day, scope: unit, report: `${names.say(SHORT)} ${query.period}` });
  }
}
