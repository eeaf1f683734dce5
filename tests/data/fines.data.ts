import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ask, figureIn, figuresBy, load } from '../product/commands';
import { freshPlace, logsFolder, truthOf } from './public-logs';
import { storedRows } from './stored-rows';

interface Truth {
  readonly events: number;
  readonly cases: number;
  readonly activities: Readonly<Record<string, number>>;
  readonly variants_sorted: number;
  readonly duration_days: { readonly mean: number; readonly median: number; readonly p90: number; readonly max: number };
  readonly single_event_cases: number;
  readonly range: readonly [string, string];
  readonly with_payment: number;
  readonly credit_collection: number;
  readonly handlers_create: number;
  readonly top_handlers: readonly (readonly [handler: string, fines: number])[];
  readonly by_year_created: Readonly<Record<string, number>>;
  readonly create_to_send_days: { readonly n: number; readonly median: number; readonly mean: number; readonly share_gt_90: number };
}

const ALL = { from: '2000-01-01', to: '2014-01-01' };

describe('thirteen years of traffic fines', () => {
  const place = freshPlace('fines');
  const truth = truthOf<Truth>('fines');
  const file = join(logsFolder(), 'fines/traffic_fines.csv.gz');

  beforeAll(() => {
    const counts = load(place, 'etl/sources/fines', file);
    expect(counts).toMatchObject([
      { entity: 'dossier', read: truth.cases, loaded: truth.cases, duplicate: 0, quarantined: 0 },
      { entity: 'dossier_event', read: truth.events, loaded: truth.events, duplicate: 0, quarantined: 0 },
    ]);
  }, 400_000);
  afterAll(() => place.remove());

  it('are counted, and their events', () => {
    const [row] = ask(place, { metrics: ['dossiers_received', 'dossiers_settled', 'dossier_steps'], ...ALL });
    expect(figureIn(row, 'dossiers_received').value).toBe(truth.cases);
    expect(figureIn(row, 'dossiers_settled').value).toBe(truth.cases);
    expect(figureIn(row, 'dossier_steps').value).toBe(truth.events);
  });

  it('are counted by the year in which they were written', () => {
    const months = figuresBy(ask(place, { metrics: ['dossiers_received'], by: ['month'], ...ALL }), 'month', 'dossiers_received');
    const years = new Map<string, number>();
    for (const [month, { value }] of months) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + (value ?? 0));
    expect(Object.fromEntries(years)).toEqual(truth.by_year_created);
  });

  it('last as long as they are known to', () => {
    const [row] = ask(place, { metrics: ['throughput_mean', 'throughput_median', 'throughput_p90'], ...ALL });
    expect(figureIn(row, 'throughput_mean').n).toBe(truth.cases);
    expect(figureIn(row, 'throughput_mean').value).toBeCloseTo(truth.duration_days.mean, 9);
    expect(figureIn(row, 'throughput_median').value).toBeCloseTo(truth.duration_days.median, 9);
    expect(figureIn(row, 'throughput_p90').value).toBeCloseTo(truth.duration_days.p90, 9);
  });

  it('carry the amounts that the file gives, in euros', async () => {
    const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    const [activity, amount] = ['"activity"', '"amount"'].map((name) => header.split(',').indexOf(name));
    const tenths = lines
      .map((line) => line.split(','))
      .filter((fields) => fields[activity ?? 0] === '"Create Fine"')
      .reduce((sum, fields) => sum + Number(fields[amount ?? 0]), 0);
    const [[stored] = []] = await storedRows<{ tenths: number }>(place, ['SELECT toFloat64(sum(fee) * 10) AS tenths FROM dossier']);
    expect(stored?.tenths).toBe(tenths);
  });

  it('went through the steps that they are known to have gone through', async () => {
    const [activities = [], [cases] = [], [variants] = [], handlers = [], [sent] = []] = await storedRows<Record<string, number | string>>(
      place,
      [
        'SELECT step, count() AS events FROM dossier_event GROUP BY step ORDER BY step',
        `SELECT uniqExactIf(dossier_code, step = 'Payment') AS paid, uniqExactIf(dossier_code, step = 'Send for Credit Collection') AS collected,
        toString(min(happened_at)) AS first, toString(max(happened_at)) AS last, uniqExactIf(agent, step = 'Create Fine') AS handlers FROM dossier_event`,
        `SELECT uniqExact(steps) AS variants, countIf(length(steps) = 1) AS alone, max(days) AS longest FROM (
        SELECT groupArray(step) AS steps, dateDiff('day', min(happened_at), max(happened_at)) AS days
        FROM (SELECT * FROM dossier_event ORDER BY dossier_code, happened_at, toUInt32(step_id)) GROUP BY dossier_code)`,
        `SELECT count() AS fines FROM dossier_event WHERE step = 'Create Fine' GROUP BY agent ORDER BY fines DESC LIMIT ${truth.top_handlers.length}`,
        `SELECT count() AS n, quantileExactInclusive(0.5)(days) AS median, avg(days) AS mean, countIf(days > 90) / count() AS share_gt_90 FROM (
        SELECT dateDiff('day', minIf(happened_at, step = 'Create Fine'), minIf(happened_at, step = 'Send Fine')) AS days
        FROM dossier_event GROUP BY dossier_code HAVING countIf(step = 'Send Fine') > 0)`,
      ],
    );
    expect(Object.fromEntries(activities.map(({ step, events }) => [step, events]))).toEqual(truth.activities);
    expect(cases).toEqual({
      paid: truth.with_payment,
      collected: truth.credit_collection,
      first: truth.range[0].replace('T', ' ').concat('.000'),
      last: truth.range[1].replace('T', ' ').concat('.000'),
      handlers: truth.handlers_create,
    });
    expect(variants).toEqual({ variants: truth.variants_sorted, alone: truth.single_event_cases, longest: truth.duration_days.max });
    expect(handlers.map(({ fines }) => fines)).toEqual(truth.top_handlers.map(([, fines]) => fines));
    expect(sent?.['n']).toBe(truth.create_to_send_days.n);
    expect(sent?.['median']).toBe(truth.create_to_send_days.median);
    expect(sent?.['mean']).toBeCloseTo(truth.create_to_send_days.mean, 9);
    expect(sent?.['share_gt_90']).toBeCloseTo(truth.create_to_send_days.share_gt_90, 12);
  });
});
