import { type Question, wholeCity } from '@evenhand/domain';
import { identifier, openWarehouse, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { MetricAnswers } from '../metric-answers';
import { addUp, ROLLUP_TABLES } from './add-up';
import { city } from './city';

/** Everything a test city holds; tables not named are empty. */
export interface TestCity {
  readonly ticket?: readonly object[];
  readonly dossier?: readonly object[];
  readonly dossier_event?: readonly object[];
  readonly rating?: readonly object[];
  readonly shift?: readonly object[];
  readonly survey_answer?: readonly object[];
  readonly unit_task?: readonly object[];
  readonly staff_posting?: readonly object[];
  readonly activity_count?: readonly object[];
  readonly published_score?: readonly object[];
  readonly service_point?: readonly object[];
  readonly working_day?: readonly string[];
  readonly known_until?: readonly object[];
}

const TABLES = [
  'ticket',
  'dossier',
  'dossier_event',
  'rating',
  'shift',
  'survey_answer',
  'unit_task',
  'staff_posting',
  'activity_count',
  'published_score',
  'service_point',
  'working_day',
  'known_until',
  ...ROLLUP_TABLES,
] as const;

/** An embedded warehouse, with answers over it, that can be filled again and again. */
export class TestWarehouse {
  readonly answers: MetricAnswers;

  private constructor(readonly warehouse: Warehouse) {
    // A big city reads bins; asking exactly reads the rows, as a small one does.
    this.answers = new MetricAnswers(warehouse, city, 0);
  }

  static async open(): Promise<TestWarehouse> {
    const warehouse = await openWarehouse('memory');
    // Machine code for an expression pays where millions of rows go through it; here it takes longer to make than the answer.
    await warehouse.run(trusted('SET compile_expressions = 0, compile_aggregate_expressions = 0, compile_sort_description = 0'));
    return new TestWarehouse(warehouse);
  }

  /** Replaces everything the city holds. */
  async fill(holds: TestCity): Promise<void> {
    for (const table of TABLES) await this.warehouse.run(sql`TRUNCATE TABLE ${identifier(table)}`);
    const { working_day: days = [], ...tables } = holds;
    await this.warehouse.insert(
      'working_day',
      days.map((day) => ({ day })),
    );
    for (const [table, rows] of Object.entries(tables)) await this.warehouse.insert(table, rows as readonly object[]);
    for (const statement of addUp) await this.warehouse.run(statement);
  }

  /** The values of one metric by key; keys are joined by spaces, `-` where the source did not say. */
  async ask(metric: string, question: Partial<Question> = {}, scope = wholeCity) {
    const asked: Question = { metrics: [metric], by: [], from: '2026-03-02', to: '2026-03-07', where: [], exact: false, ...question };
    const { rows } = await this.answers.answer(asked, scope);
    return rows.map(({ key, values }) => ({ key: asked.by.map((dimension) => key[dimension] ?? '-').join(' '), ...values[metric] }));
  }

  async close(): Promise<void> {
    await this.warehouse.close();
  }
}
