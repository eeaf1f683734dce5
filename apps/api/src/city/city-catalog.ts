import { Inject, Injectable } from '@nestjs/common';
import { DIMENSIONS, type Label, type MetricInfo } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { Field, Procedure } from '@evenhand/records';
import { beyondTheWall, sql, type Warehouse } from '@evenhand/warehouse';
import { RECORDS, type Records, WAREHOUSE } from '../connections';
import { CHANNEL_LABELS, DIMENSION_LABELS, OUTCOME_LABELS } from './labels';

interface Coded {
  readonly code: string;
  readonly label: Label;
}

/** What can be asked: metrics and dimensions, and the codes to filter by with their names. */
export interface CatalogContent {
  readonly metrics: readonly MetricInfo[];
  readonly dimensions: readonly Coded[];
  readonly fields: readonly Coded[];
  readonly procedures: readonly (Coded & { readonly fieldCode: string })[];
  readonly channels: readonly Coded[];
  readonly outcomes: readonly Coded[];
}

const labelOf = ({ nameVi, nameEn }: Field | Procedure): Label => ({ vi: nameVi, en: nameEn });

/** Codes with a label come first; a code that only some source uses is its own label. */
const coded = (labels: Readonly<Record<string, Label>>, others: readonly string[] = []): Coded[] => [
  ...Object.entries(labels).map(([code, label]) => ({ code, label })),
  ...others.filter((code) => !(code in labels)).map((code) => ({ code, label: { vi: code, en: code } })),
];

/** The catalogue of the city. */
@Injectable()
export class CityCatalog {
  constructor(
    private readonly metrics: MetricAnswers,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
  ) {}

  private channels: { readonly version: string; readonly found: Promise<string[]> } | undefined;

  async read(): Promise<CatalogContent> {
    const [fields, procedures, channels] = await Promise.all([
      this.records.getRepository(Field).find({ order: { code: 'ASC' } }),
      this.records.getRepository(Procedure).find({ order: { code: 'ASC' } }),
      this.channelsKnown(),
    ]);
    return {
      metrics: this.metrics.catalog(),
      dimensions: DIMENSIONS.map((code) => ({ code, label: DIMENSION_LABELS[code] })),
      fields: fields.map((field) => ({ code: field.code, label: labelOf(field) })),
      procedures: procedures.map((procedure) => ({
        code: procedure.code,
        label: labelOf(procedure),
        fieldCode: procedure.fieldCode ?? '',
      })),
      channels: coded(CHANNEL_LABELS, channels),
      outcomes: coded(OUTCOME_LABELS),
    };
  }

  /** They are looked up once for each state of the data. */
  private async channelsKnown(): Promise<string[]> {
    const version = await this.metrics.dataVersion();
    if (this.channels?.version !== version) this.channels = { version, found: this.channelsInUse() };
    const { found } = this.channels;
    found.catch(() => (this.channels = undefined));
    return found;
  }

  private async channelsInUse(): Promise<string[]> {
    const rows = await beyondTheWall('known to everybody', () =>
      this.warehouse.rows<{ readonly channel: string }>(sql`
      SELECT channel FROM (SELECT DISTINCT channel FROM ticket_day UNION DISTINCT SELECT DISTINCT channel FROM dossier_day)
      WHERE channel != '' ORDER BY channel`),
    );
    return rows.map(({ channel }) => channel);
  }
}
