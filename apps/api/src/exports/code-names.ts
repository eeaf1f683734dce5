import { Injectable } from '@nestjs/common';
import type { Dimension, Label, Language, MetricInfo, Scope } from '@evenhand/domain';
import { CityCatalog } from '../city/city-catalog';
import { DIMENSION_LABELS } from '../city/labels';
import { ServicePoints } from '../points/service-points';
import { PRIORITY_NAMES, STAFF_NAMES, STATUS_NAMES, STEP_NAMES } from './words/codes';
import { COLUMN_NAMES } from './words/columns';
import { SAID, WEEKDAYS } from './words/facts';

/** Names in one language for whatever data says by a code; a code without a name stands for itself. */
export interface Names {
  readonly language: Language;
  readonly say: (label: Label) => string;
  readonly column: (id: string) => string;
  /** The value of a column that holds codes. */
  readonly code: (column: string, code: string) => string;
  readonly dimension: (dimension: Dimension) => string;
  readonly key: (dimension: Dimension, key: string | null) => string;
  readonly metric: (id: string) => MetricInfo | null;
}

type Labels = Readonly<Record<string, Label>>;

const labelled = (coded: readonly { readonly code: string; readonly label: Label }[]): Labels =>
  Object.fromEntries(coded.map(({ code, label }) => [code, label]));
const same = (text: string): Label => ({ vi: text, en: text });
const monthText = (key: string): string => `${key.slice(5, 7)}/${key.slice(0, 4)}`;

/** Which column holds codes of which kind. */
const KIND_OF_COLUMN: Readonly<Record<string, string>> = {
  point_code: 'point',
  authority_code: 'point',
  moved_from: 'point',
  unit_code: 'ward',
  field_code: 'field',
  procedure_code: 'procedure',
  channel: 'channel',
  outcome: 'outcome',
  status: 'status',
  priority: 'priority',
  staff_class: 'staff',
  agent_class: 'staff',
  step: 'step',
};

/** Reads what codes are called. */
@Injectable()
export class CodeNames {
  constructor(
    private readonly catalog: CityCatalog,
    private readonly points: ServicePoints,
  ) {}

  /** What somebody with this scope is told of names: a point that is not theirs stays the code that they wrote. */
  async in(language: Language, scope: Scope): Promise<Names> {
    const [catalog, { points, branches }] = await Promise.all([this.catalog.read(), this.points.seenBy(scope)]);
    const kinds: Readonly<Record<string, Labels>> = {
      point: Object.fromEntries(points.map(({ code, name }) => [code, same(name)])),
      branch: Object.fromEntries(branches.map(({ code, name }) => [code, same(name)])),
      ward: Object.fromEntries(points.map(({ wardCode, wardName }) => [wardCode ?? '', same(wardName ?? '')])),
      field: labelled(catalog.fields),
      procedure: labelled(catalog.procedures),
      channel: labelled(catalog.channels),
      outcome: labelled(catalog.outcomes),
      ...{ status: STATUS_NAMES, priority: PRIORITY_NAMES, staff: STAFF_NAMES, step: STEP_NAMES },
      weekday: Object.fromEntries(WEEKDAYS.map((label, index) => [String(index + 1), label])),
    };
    const named = (kind: string | undefined, code: string): string => kinds[kind ?? '']?.[code]?.[language] ?? code;
    const metrics = new Map(catalog.metrics.map((metric) => [metric.id, metric]));
    const columns: Labels = COLUMN_NAMES;
    return {
      language,
      say: (label) => label[language],
      column: (id) => columns[id]?.[language] ?? id,
      code: (column, code) => named(KIND_OF_COLUMN[column], code),
      dimension: (dimension) => DIMENSION_LABELS[dimension][language],
      key: (dimension, key) => {
        if (key === null || key === '') return SAID.notSaid[language];
        return dimension === 'month' ? monthText(key) : named(dimension, key);
      },
      metric: (id) => metrics.get(id) ?? null,
    };
  }
}
