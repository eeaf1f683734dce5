import { join } from 'node:path';
import { ask, figureIn, figuresBy, load } from '../product/commands';
import { freshPlace, logsFolder, truthOf } from './public-logs';

interface Truth {
  readonly events: number;
  readonly cases: number;
  readonly n_enddate: number;
  readonly open_at_log_end: number;
  readonly open_overdue_at_log_end: number;
  readonly throughput_days_start_to_end: { readonly n: number; readonly mean: number; readonly median: number; readonly p90: number };
  readonly median_days_by_channel_start_to_end: Readonly<Record<string, readonly [n: number, median: number, mean: number]>>;
  readonly closed_on_time: number;
  readonly on_time_truncated_to_seconds: number;
  readonly 'on_time_calendar_day_Europe/Amsterdam': number;
  readonly top_resources: readonly (readonly [agent: string, events: number])[];
  readonly odd_resources: Readonly<Record<string, number>>;
  readonly 'received_by_month(local offset)': Readonly<Record<string, number>>;
}

const ALL = { from: '2010-01-01', to: '2013-01-01' };

describe('the permit dossiers of a Dutch municipality', () => {
  const place = freshPlace('receipt');
  const truth = truthOf<Truth & Record<string, unknown>>('receipt');
  const file = join(logsFolder(), 'receipt/receipt.csv');

  beforeAll(() => {
    const counts = load(place, 'etl/sources/receipt', file);
    for (const { read, loaded, duplicate, quarantined } of counts) expect(loaded + duplicate + quarantined).toBe(read);
  });
  afterAll(() => place.remove());

  it('loads every event and every dossier once', () => {
    const [row] = ask(place, { metrics: ['dossier_steps', 'dossiers_received'], ...ALL });
    expect(figureIn(row, 'dossier_steps').value).toBe(truth.events);
    expect(figureIn(row, 'dossiers_received').value).toBe(truth.cases);
  });

  it('loads nothing when the same file comes again', () => {
    for (const { read, duplicate } of load(place, 'etl/sources/receipt', file)) expect(duplicate).toBe(read);
    expect(figureIn(ask(place, { metrics: ['dossier_steps'], ...ALL })[0], 'dossier_steps').value).toBe(truth.events);
  });

  it('counts the closed and the open ones at the end of the log', () => {
    const [row] = ask(place, { metrics: ['dossiers_settled', 'dossiers_open', 'dossiers_overdue'], ...ALL });
    expect(figureIn(row, 'dossiers_settled').value).toBe(truth.n_enddate);
    expect(figureIn(row, 'dossiers_open').value).toBe(truth.open_at_log_end);
    expect(figureIn(row, 'dossiers_overdue').value).toBe(truth.open_overdue_at_log_end);
  });

  it('measures throughput with type-7 quantiles', () => {
    const known = truth.throughput_days_start_to_end;
    const [row] = ask(place, { metrics: ['throughput_mean', 'throughput_median', 'throughput_p90'], ...ALL });
    expect(figureIn(row, 'throughput_median').n).toBe(known.n);
    expect(figureIn(row, 'throughput_mean').value).toBeCloseTo(known.mean, 6);
    expect(figureIn(row, 'throughput_median').value).toBeCloseTo(known.median, 6);
    expect(figureIn(row, 'throughput_p90').value).toBeCloseTo(known.p90, 6);
  });

  it('measures throughput by channel', () => {
    const medians = figuresBy(ask(place, { metrics: ['throughput_median'], by: ['channel'], ...ALL }), 'channel', 'throughput_median');
    for (const [channel, [n, median]] of Object.entries(truth.median_days_by_channel_start_to_end)) {
      expect(medians.get(channel)?.n).toBe(n);
      expect(medians.get(channel)?.value).toBeCloseTo(median, 4);
    }
  });

  it('counts on-time settlement by the calendar day, and offers the two stricter clocks beside it', () => {
    const metrics = ['settled_on_time_rate_instant', 'settled_on_time_rate_second', 'settled_on_time_rate'];
    const [row] = ask(place, { metrics, ...ALL });
    expect(metrics.map((metric) => figureIn(row, metric).cases)).toEqual([
      truth.closed_on_time,
      truth.on_time_truncated_to_seconds,
      truth['on_time_calendar_day_Europe/Amsterdam'],
    ]);
    expect(figureIn(row, 'settled_on_time_rate').n).toBe(truth.n_enddate);
  });

  it('counts the open and the overdue at any past instant', () => {
    const instants = Object.keys(truth)
      .flatMap((key) => /^open_asof_(\d{4}-\d{2}-\d{2})T00:00 /.exec(key) ?? [])
      .filter((text) => text.length === 10);
    expect(instants).toContain('2011-07-01');
    for (const to of instants) {
      const [row] = ask(place, { metrics: ['dossiers_open', 'dossiers_overdue'], from: '2010-01-01', to });
      expect([figureIn(row, 'dossiers_open').value, figureIn(row, 'dossiers_overdue').value]).toEqual(
        truth[`open_asof_${to}T00:00 Europe/Amsterdam`],
      );
    }
  });

  it('counts the steps of each actor', () => {
    const steps = figuresBy(ask(place, { metrics: ['dossier_steps'], by: ['agent'], ...ALL }), 'agent', 'dossier_steps');
    // Actors stand there under a pseudonym, so the counts are compared without the names; TEST and test are one person.
    const counts = [...steps.values()].map(({ value }) => value ?? 0).sort((one, other) => other - one);
    expect(counts.slice(0, truth.top_resources.length)).toEqual(truth.top_resources.map(([, events]) => events));
    const { TEST = 0, test = 0, ...odd } = truth.odd_resources;
    expect(counts).toEqual(expect.arrayContaining([TEST + test, ...Object.values(odd)]));
  });

  it('cuts months in the city’s own zone', () => {
    const months = figuresBy(ask(place, { metrics: ['dossiers_received'], by: ['month'], ...ALL }), 'month', 'dossiers_received');
    for (const [month, received] of Object.entries(truth['received_by_month(local offset)']))
      expect([month, months.get(`${month}-01`)?.value]).toEqual([month, received]);
  });
});
