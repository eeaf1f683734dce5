import { WAIT_BIN_EDGES, wholeCity, type Question } from '@evenhand/domain';
import { identifier, openWarehouse, param, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { MetricAnswers } from '../metric-answers';
import { city } from './city';

/** Everything a test city holds; tables not named are empty. */
export interface TestCity {
  readonly ticket?: readonly object[];
  readonly dossier?: readonly object[];
  readonly dossier_event?: readonly object[];
  readonly rating?: readonly object[];
  readonly shift?: readonly object[];
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
  'service_point',
  'working_day',
  'known_until',
  'ticket_day',
] as const;

const bins = [...WAIT_BIN_EDGES, Infinity]
  .map((edge, bin) => {
    const lower = bin === 0 ? '' : ` AND wait_ms > ${(WAIT_BIN_EDGES[bin - 1] ?? 0) * 60_000}`;
    const upper = edge === Infinity ? '' : ` AND wait_ms <= ${edge * 60_000}`;
    return `toUInt32(countIf(is_called${lower}${upper}))`;
  })
  .join(', ');

/** Adds the tickets up as a load does. */
const addUp = sql`
  INSERT INTO ticket_day
  WITH outcome != 'void' AS is_valid, is_valid AND wait_ms IS NOT NULL AS is_called, is_valid AND service_ms IS NOT NULL AS is_served,
    ${param('Int64', city.longWaitMinutes * 60_000)} AS long
  SELECT point_code, issued_on AS day, field_code, channel, source, countIf(is_valid), countIf(outcome = 'void'), countIf(is_called),
    countIf(outcome = 'served'), countIf(outcome = 'no_show'), countIf(outcome = 'abandoned'), countIf(outcome = 'closed_by_system'),
    countIf(outcome = 'waiting'),
    countIf(is_valid AND (ifNull(wait_ms > long, false) OR (wait_ms IS NULL AND ifNull(waited_until_left_ms > long, false))
      OR (wait_ms IS NULL AND waited_until_left_ms IS NULL AND outcome = 'waiting' AND known.latest_at > issued_at + toIntervalMillisecond(long)))),
    sumIf(ifNull(wait_ms, 0), is_called), maxIf(ifNull(wait_ms, 0), is_called),
    countIf(is_served), sumIf(ifNull(service_ms, 0), is_served), sumIf(ifNull(service_ms, 0), is_served AND service_ms BETWEEN 10000 AND 14400000),
    [${trusted(bins)}]
  FROM ticket LEFT JOIN (SELECT source AS known_source, latest_at FROM known_until FINAL WHERE entity = 'ticket') AS known ON source = known_source
  GROUP BY point_code, issued_on, field_code, channel, source`;

/** An embedded warehouse, with answers over it, that can be filled again and again. */
export class TestWarehouse {
  readonly answers: MetricAnswers;

  private constructor(readonly warehouse: Warehouse) {
    // A big city reads bins; asking exactly reads the rows, as a small one does.
    this.answers = new MetricAnswers(warehouse, city, 0);
  }

  static async open(): Promise<TestWarehouse> {
    return new TestWarehouse(await openWarehouse('memory'));
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
    await this.warehouse.run(addUp);
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
