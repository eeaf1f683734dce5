import { addDays, type CitySettings, type Day, wholeCity } from '@evenhand/domain';
import { identifier, join, literal, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import type { Kept, Known } from '../facts/known';
import { countOf } from './case-sql';
import { type Evidence, judge } from './judge';
import { casesOfShare, type MetricJudging, ratioOf, shareTerm } from './metric-cases';
import type { CaseContext, ExampleRow, StandardDefinition, StandardExample } from './standard';
import { barOf } from './verdicts';

/** What an example came to, and whether that is what it says. */
export interface ExampleOutcome extends StandardExample {
  readonly found: { readonly state: string; readonly n: number | null; readonly breaches: number | null };
  readonly isGreen: boolean;
}

type Structures = ReadonlyMap<string, string>;

const INSTANT = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/;

const asEngineWrites = (value: string | number | null): string | number | null =>
  typeof value === 'string' && INSTANT.test(value) ? new Date(value).toISOString().replace('T', ' ').replace('Z', '') : value;

const lineOf = (row: ExampleRow): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, asEngineWrites(value)])));

/** How the columns of the tables are typed, so that rows of an example can stand in for theirs. */
async function structuresOf(warehouse: Warehouse, tables: readonly string[]): Promise<Structures> {
  const rows = await warehouse.rows<{ table: string; structure: string }>(sql`
    SELECT table, arrayStringConcat(groupArray(concat(name, ' ', type)), ', ') AS structure
    FROM (SELECT table, name, type FROM system.columns WHERE database = currentDatabase() AND table IN (${join(tables.map(literal), ', ')}) ORDER BY table, position)
    GROUP BY table`);
  return new Map(rows.map(({ table, structure }) => [table, structure]));
}

/** Names that stand before the tables of the same name: a statement sees the rows of the example and nothing of the city. */
function standIns({ given }: StandardExample, structures: Structures): Sql {
  const tables = [...structures].map(
    ([table, structure]) =>
      sql`${identifier(table)} AS (SELECT * FROM format(JSONEachRow, ${literal(structure)}, ${literal((given[table] ?? []).map(lineOf).join('\n'))}))`,
  );
  return join(tables, ', ');
}

const instantAfter = (day: Day, zone: Sql): Sql => sql`toDateTime64(${literal(addDays(day, 1))}, 3, ${zone}) - toIntervalMillisecond(1)`;

/** What is known in an example: everything up to the end of a day. */
const knownUntil = (day: Day, zone: Sql): Known => {
  const until = (): Sql => sql`toTimeZone(${instantAfter(day, zone)}, 'UTC')`;
  const rows = (fact: Kept): Sql => fact.derived?.(rows) ?? identifier(fact.table);
  return {
    rows,
    versions: rows,
    told: sql`(SELECT '' AS entity, '' AS source, ${until()} AS latest_at)`,
    until,
    untilEach: (entities) =>
      sql`SELECT ${join(
        entities.map((entity) => sql`${until()} AS ${identifier(entity)}`),
        ', ',
      )}`,
    untilBySource: until,
  };
};

const bare: Omit<Evidence, 'n' | 'breaches' | 'value'> = {
  interval: null,
  coverage: null,
  missing: null,
  isTold: true,
  asOf: null,
  from: 'raw',
};

interface Setting {
  readonly warehouse: Warehouse;
  readonly definition: StandardDefinition;
  readonly stand: Sql;
  readonly context: CaseContext;
  readonly known: Known;
  readonly city: CitySettings;
}

async function counted({ warehouse, definition, stand, context }: Setting, rows: Sql): Promise<Evidence> {
  const statement = countOf(
    { rows, scope: wholeCity, standard: definition.scope },
    { cut: 'whole', unit: 'city', from: context.range.from },
  );
  const [row] = await warehouse.rows<{ n: number; breaches: number }>(sql`WITH ${stand} SELECT * FROM (${statement})`);
  return { ...bare, n: row?.n ?? 0, breaches: row?.breaches ?? 0, value: null };
}

async function evidenceOf(setting: Setting): Promise<Evidence> {
  const { warehouse, definition, stand, context, known, city } = setting;
  const { judging } = definition;
  if (judging.kind === 'cases') return counted(setting, judging.rows(context));
  if (judging.kind === 'missing') throw new Error(`"${definition.id}" has no data to judge`);
  const metric = { city: { ...city, ...judging.settings?.(context.limits) }, known };
  const term = shareTerm(judging);
  if (term) return counted(setting, casesOfShare(term, judging, context, metric));
  const [row] = await warehouse.rows<{ value: number; n: number }>(
    sql`WITH ${stand} SELECT * FROM (${ratioFor(judging, context, metric)})`,
  );
  return { ...bare, n: row?.n ?? 0, breaches: null, value: row?.value ?? null };
}

function ratioFor(judging: MetricJudging, context: CaseContext, metric: Parameters<typeof ratioOf>[2]): Sql {
  const ratio = ratioOf(judging, context, metric);
  if (!ratio) throw new Error(`"${judging.metric}" is neither a share nor a ratio`);
  return ratio;
}

/** Holds the rows of an example against its rule, in the engine that judges the city. */
async function runExample(
  warehouse: Warehouse,
  city: CitySettings,
  definition: StandardDefinition,
  example: StandardExample,
): Promise<ExampleOutcome> {
  const { range, expected, limits, toldUntil = addDays(range.to, -1) } = example;
  const zone = literal(city.zone);
  // The rule's own numbers: what a city sets makes no example wrong.
  const own = Object.fromEntries(definition.thresholds.map(({ id, value }) => [id, value]));
  const context: CaseContext = {
    range,
    limits: { ...own, ...limits },
    isWanted: sql`1`,
    zone,
    toldUntil: () => sql`toDate(${literal(toldUntil)})`,
    latestDay: sql`toDate(${literal(toldUntil)})`,
  };
  const stand = standIns(example, await structuresOf(warehouse, Object.keys(example.given)));
  const evidence = await evidenceOf({ warehouse, definition, stand, context, known: knownUntil(toldUntil, zone), city });
  const { state } = judge(evidence, barOf(definition, context.limits));
  const found = { state, n: evidence.n, breaches: evidence.breaches };
  const isGreen = found.state === expected.state && found.n === expected.n && found.breaches === expected.breaches;
  return { ...example, found, isGreen };
}

/** Every worked example of a rule with its outcome, in order. */
export const runExamples = (warehouse: Warehouse, city: CitySettings, definition: StandardDefinition): Promise<ExampleOutcome[]> =>
  Promise.all(definition.examples.map((example) => runExample(warehouse, city, definition, example)));
