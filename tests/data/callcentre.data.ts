import { join } from 'node:path';
import { ask, figureIn, figuresBy, load } from '../product/commands';
import { freshPlace, logsFolder, truthOf } from './public-logs';

interface Truth {
  readonly rows: number;
  readonly outcome: { readonly HANG: number; readonly AGENT: number; readonly PHANTOM: number };
  readonly abandon_rate_excl_phantom: number;
  readonly wait_served_s: {
    readonly n: number;
    readonly mean: number;
    readonly median: number;
    readonly p90: number;
    readonly max: number;
  };
  readonly service_s_all_AGENT: { readonly n: number; readonly mean: number; readonly median: number };
  readonly agents_by_calls: readonly (readonly [agent: string, calls: number, ...rest: number[]])[];
  readonly AGENT_but_NO_SERVER: number;
  readonly abandon_by_type: Readonly<Record<string, readonly [abandoned: number, tickets: number]>>;
  readonly calls_by_hour_vru_exit: Readonly<Record<string, number>>;
  readonly served_within_60s_share_of_served: number;
}

const MONTH = { from: '1999-01-01', to: '1999-02-01' };

describe('a month of tickets of a bank call centre', () => {
  const place = freshPlace('callcentre');
  const truth = truthOf<Truth>('callcentre');
  const file = join(logsFolder(), 'callcentre/tickets.tsv');

  beforeAll(() => {
    const [counts] = load(place, 'etl/sources/callcentre', file);
    expect(counts).toMatchObject({ entity: 'ticket', read: truth.rows, loaded: truth.rows, duplicate: 0, quarantined: 0 });
  });
  afterAll(() => place.remove());

  it('keeps served, abandoned and void apart', () => {
    const [row] = ask(place, { metrics: ['tickets', 'tickets_served', 'tickets_abandoned', 'tickets_void'], ...MONTH });
    expect(figureIn(row, 'tickets_served').value).toBe(truth.outcome.AGENT);
    expect(figureIn(row, 'tickets_abandoned').value).toBe(truth.outcome.HANG);
    expect(figureIn(row, 'tickets_void').value).toBe(truth.outcome.PHANTOM);
    expect(figureIn(row, 'tickets').value).toBe(truth.outcome.AGENT + truth.outcome.HANG);
  });

  it('leaves void tickets out of the leaving rate', () => {
    const [row] = ask(place, { metrics: ['abandonment_rate'], ...MONTH });
    expect(figureIn(row, 'abandonment_rate').value).toBeCloseTo(truth.abandon_rate_excl_phantom, 12);
  });

  it('measures the wait of the served', () => {
    const known = truth.wait_served_s;
    const [row] = ask(place, { metrics: ['wait_mean', 'wait_median', 'wait_p90', 'longest_wait'], ...MONTH });
    expect(figureIn(row, 'wait_mean').n).toBe(known.n);
    expect((figureIn(row, 'wait_mean').value ?? 0) * 60).toBeCloseTo(known.mean, 6);
    expect((figureIn(row, 'wait_median').value ?? 0) * 60).toBeCloseTo(known.median, 6);
    expect((figureIn(row, 'wait_p90').value ?? 0) * 60).toBeCloseTo(known.p90, 6);
    expect((figureIn(row, 'longest_wait').value ?? 0) * 60).toBeCloseTo(known.max, 6);
  });

  it('measures the service, also across midnight', () => {
    const known = truth.service_s_all_AGENT;
    const [row] = ask(place, { metrics: ['service_mean', 'service_median'], ...MONTH });
    expect(figureIn(row, 'service_mean').n).toBe(known.n);
    expect((figureIn(row, 'service_mean').value ?? 0) * 60).toBeCloseTo(known.mean, 6);
    expect((figureIn(row, 'service_median').value ?? 0) * 60).toBeCloseTo(known.median, 6);
  });

  it('counts the tickets of each agent, whose names it does not keep', () => {
    const served = figuresBy(ask(place, { metrics: ['tickets_served'], by: ['agent'], ...MONTH }), 'agent', 'tickets_served');
    const counts = [...served.values()].map(({ value }) => value);
    const known = [...truth.agents_by_calls.map(([, calls]) => calls), truth.AGENT_but_NO_SERVER];
    expect(counts).toEqual(expect.arrayContaining(known));
    expect([...served.keys()].filter((agent) => !/^staff_[0-9a-f]{24}$/.test(agent))).toEqual([]);
  });

  it('counts who left by what they came for', () => {
    const left = figuresBy(ask(place, { metrics: ['abandonment_rate'], by: ['field'], ...MONTH }), 'field', 'abandonment_rate');
    for (const [type, [abandoned, tickets]] of Object.entries(truth.abandon_by_type)) {
      expect([type, left.get(type)?.cases, left.get(type)?.n]).toEqual([type, abandoned, tickets]);
    }
  });
});
