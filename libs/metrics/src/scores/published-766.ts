import { param, sql, type Warehouse } from '@evenhand/warehouse';
import type { PeriodAsked } from '../reports/period-asked';
import type { Published766 } from './difference-766';

interface Row extends Published766 {
  readonly unit: string;
  readonly metric: string;
}

/** What the portal published, by unit and by code of the group or indicator. */
export type PublishedScores = (unit: string, metric: string) => Published766 | null;

/** The latest publication for exactly the period, of every unit. */
export async function published766(warehouse: Warehouse, { range, known }: PeriodAsked): Promise<PublishedScores> {
  const rows = await warehouse.rows<Row>(sql`
    SELECT toString(unit_code) AS unit, toString(metric) AS metric, toFloat64(latest.1) AS score, toFloat64(latest.2) AS max,
      if(latest.4 = 0, NULL, toFloat64(latest.3)) AS met, if(latest.4 = 0, NULL, toFloat64(latest.4)) AS of, latest.5 AS publishedOn
    FROM (
      SELECT unit_code, metric, argMax((score, max_score, numerator, denominator, published_on), (published_on, run_id)) AS latest
      FROM ${known.rows({ table: 'published_score' })}
      WHERE period_from = ${param('Date', range.from)} AND period_to = ${param('Date', range.to)}
      GROUP BY unit_code, metric)
    ORDER BY unit, metric`);
  const found = new Map(rows.map(({ unit, metric, ...published }) => [`${unit}/${metric}`, published]));
  return (unit, metric) => found.get(`${unit}/${metric}`) ?? null;
}
