import { type Answer, type Dimension, type Question, type Value, wholeCity } from '@evenhand/domain';
import { loadSource, type Stores, verifyRollups } from '@evenhand/etl';
import { MetricAnswers } from '@evenhand/metrics';
import { trusted } from '@evenhand/warehouse';
import fc from 'fast-check';
import { ScratchCity } from './fixtures/scratch-city';
import { HEADER, STAGING, type ToldFile, toldStream } from './fixtures/told-stream';

const city = new ScratchCity();
let stores: Stores;
let rolledUp: MetricAnswers;
let raw: MetricAnswers;
let wanted: readonly string[];
beforeAll(async () => {
  stores = await city.open();
  rolledUp = new MetricAnswers(stores.warehouse, stores.city.settings, 0);
  raw = new MetricAnswers(stores.warehouse, stores.city.settings, Infinity);
  wanted = await metricsToAsk();
}, 60_000);
afterAll(async () => {
  await stores.close();
  city.remove();
});

const NOW = new Date('2026-05-01T00:00:00Z');
const RANGE = { from: '2026-02-20', to: '2026-03-12' } as const;
const BREAKDOWNS: readonly (readonly Dimension[])[] = [
  [],
  ['point'],
  ['ward', 'day'],
  ['branch', 'month'],
  ['weekday', 'half_hour'],
  ['field', 'channel'],
  ['procedure'],
];

/** The metrics that rollups answer, and those whose movements are accounted for. */
async function metricsToAsk(): Promise<readonly string[]> {
  const metrics = raw.catalog().map(({ id }) => id);
  const [row] = (await rolledUp.answer({ metrics, by: [], ...RANGE, where: [], exact: false }, wholeCity)).rows;
  return metrics.filter((id) => row?.values[id]?.from === 'rollup' || (DIFFED as readonly string[]).includes(id));
}

/** Those that can be broken down this way, all of them at once. */
const question = (by: readonly Dimension[], asked: Partial<Question> = {}): Question => {
  const known = raw.catalog().filter(({ id, dimensions }) => wanted.includes(id) && by.every((one) => dimensions.includes(one)));
  return { metrics: known.map(({ id }) => id), by, ...RANGE, where: [], exact: false, ...asked };
};

/** What a figure says, however it was read. In a bin those who were called come before those who left: of a handful of people it may not tell how far they were followed. */
const said = (metric: string, { value, reason, n, cases, interval, coverage, asOf, approximate }: Value) => ({
  ...{ n, cases, coverage, asOf },
  ...(approximate ? (followsTheUnseen(metric) ? {} : { reason, hasValue: value !== null }) : { reason, value, interval }),
});

const followsTheUnseen = (metric: string): boolean => raw.catalog().some(({ id, kind }) => id === metric && kind === 'survival');

const figures = ({ rows }: Answer, like?: Answer) =>
  rows.map(({ key, values }, index) => ({
    key,
    values: Object.fromEntries(
      Object.entries(values).map(([metric, value]) => {
        const isApproximate = value.approximate || like?.rows[index]?.values[metric]?.approximate === true;
        return [metric, said(metric, { ...value, approximate: isApproximate })];
      }),
    ),
  }));

const answersOf = (answers: MetricAnswers, asked: Partial<Question>): Promise<readonly Answer[]> =>
  Promise.all(BREAKDOWNS.map((by) => answers.answer(question(by, asked), wholeCity)));

/** Holds every rollup against the rows and gives what the rows say. */
async function expectEqualToRaw(): Promise<readonly Answer[]> {
  const [fromRollups, fromRows] = await Promise.all([answersOf(rolledUp, {}), answersOf(raw, { exact: true })]);
  for (const [index, answer] of fromRollups.entries()) {
    const exact = fromRows[index];
    if (!exact) throw new Error('One answer is missing');
    expect({ by: answer.question.by, rows: figures(answer, exact) }).toEqual({ by: exact.question.by, rows: figures(exact, answer) });
  }
  return fromRows;
}

const EVERYTHING = ['ticket', 'dossier', 'dossier_event', 'rating', 'shift'];

/** Takes everything out, so that streams share one data folder. */
async function forget(): Promise<void> {
  const rollups = ['ticket_day', 'ticket_point_day', 'ticket_slot', 'ticket_stratum', 'dossier_day', 'dossier_point_day'];
  const tables = [
    ...EVERYTHING,
    ...EVERYTHING.map((table) => `${table}_version`),
    ...rollups,
    'known_until',
    'known_history',
    'publication',
  ];
  for (const table of tables) await stores.warehouse.run(trusted(`TRUNCATE TABLE ${table}`));
}

interface Remembered {
  readonly at: string;
  readonly answers: readonly ReturnType<typeof figures>[];
}

async function remember(answers: readonly Answer[]): Promise<Remembered> {
  const [clock] = await stores.warehouse.rows<{ at: string }>(trusted("SELECT now64(3, 'UTC') AS at"));
  return { at: clock?.at ?? '', answers: answers.map((answer) => figures(answer)) };
}

const DIFFED = ['tickets', 'long_wait_rate', 'on_time_rate', 'dossiers_open', 'officer_days', 'satisfaction_rate'] as const;

/** The cases that moved a figure add up to how far it moved, and those behind it are as many as it says. */
async function expectAccounted(then: string): Promise<void> {
  const range = { ...RANGE, where: [] };
  for (const metric of DIFFED) {
    const diff = await raw.diff({ ...range, metric, part: 'n', then, page: 1, size: 500 }, wholeCity);
    const [before, after] = [diff.then, diff.now];
    expect({ metric, n: diff.moved.n, cases: diff.moved.cases }).toEqual({
      metric,
      n: Number(after.n) - Number(before.n),
      cases: after.cases === null || before.cases === null ? null : after.cases - before.cases,
    });
    expect(diff.rows).toHaveLength(diff.total);
    expect((await raw.rows({ ...range, metric, part: 'n', asOf: then, page: 1, size: 1 }, wholeCity)).total).toBe(before.n);
  }
}

async function replay(stream: readonly ToldFile[], name: string): Promise<void> {
  await forget();
  const past = [await remember(await expectEqualToRaw())];
  for (const [index, { source, lines }] of stream.entries()) {
    const file = city.file(`${name}-${index}.csv`, [HEADER, ...lines]);
    await loadSource(stores, { source: city.source(source, STAGING), files: [file] }, undefined, NOW);
    const answers = await expectEqualToRaw();
    expect(await verifyRollups(stores.warehouse, stores.city.settings)).toEqual([]);
    past.push(await remember(answers));
  }
  await expectAccounted(past[Math.floor(past.length / 2)]?.at ?? '');
  for (const { at, answers } of past) {
    expect((await answersOf(raw, { asOf: at, exact: true })).map((answer) => figures(answer))).toEqual(answers);
  }
}

it('[E1] whatever is told late, twice, out of order, corrected or withdrawn: rollups equal the rows after every load, and what was known then can be asked', async () => {
  let name = 0;
  await fc.assert(
    fc.asyncProperty(toldStream, (stream) => replay(stream, `stream-${++name}`)),
    { numRuns: 2, seed: 20_260_301, endOnFailure: true },
  );
}, 240_000);
