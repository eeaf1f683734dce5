import { wholeCity } from '@evenhand/domain';
import { eventRow, knownRow, pointRow, shiftRow, ticketRow } from '../testing/case-rows';
import { randomCity } from '../testing/random-city';
import { TestWarehouse } from '../testing/test-warehouse';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const eight = Date.parse('2026-03-02T01:00:00Z');
const at = (minutes: number): string => new Date(eight + minutes * 60_000).toISOString();
const known = ['ticket', 'shift', 'dossier_event', 'staff_posting', 'activity_count'].map((entity) =>
  knownRow(entity, 'queue', '2026-03-06T10:00:00Z'),
);
const served = (point: string, agent: string, from: number, minutes: number, field = ''): object =>
  ticketRow({
    point,
    agent,
    field,
    issued: at(from),
    called: at(from),
    started: at(from),
    finished: at(from + minutes),
    outcome: 'served',
  });
const onDuty = (point: string, staff: string, from: number, to: number, pausedMinutes = 0): object =>
  shiftRow({ point, staff, started: at(from), ended: at(to), pausedMs: pausedMinutes * 60_000 });
const values = async (metric: string, by: 'half_hour' | 'agent' | 'point'): Promise<unknown[]> =>
  (await test.ask(metric, { by: [by] })).map(({ key, value }) => [key, value]);

describe('minutes', () => {
  beforeAll(() =>
    test.fill({
      // 55 minutes with 11 of pause: four fifths of each piece count
      shift: [onDuty('P1', 'A', 10, 65, 11), { ...onDuty('P1', 'H', 0, 60), staff_class: 'helper' }],
      ticket: [served('P1', 'A', 25, 10), served('P1', 'A', 40, 12), served('P1', 'A', 50, 0.1)],
      unit_task: [
        { task_id: 'D1', kind: 'document', point_code: 'P1', staff: 'C', assigned_at: at(70), assigned_on: '2026-03-02' },
        { task_id: 'L1', kind: 'interlinked', unit: 'civil_status', point_code: 'P1', assigned_at: at(71), assigned_on: '2026-03-02' },
        { task_id: 'L2', kind: 'interlinked', unit: 'residence', point_code: 'P1', assigned_at: at(72), assigned_on: '2026-03-02' },
      ],
      known_until: known,
    }),
  );

  it('at the counter are cut at half-hours, pauses spread evenly: 20, 30 and 5 minutes count as 16, 24 and 4', async () =>
    expect(await values('staffed_minutes', 'half_hour')).toEqual([
      ['08:00', 16],
      ['08:30', 24],
      ['09:00', 4],
    ]));

  it('of work are services cut at half-hours and tasks with their standard time; a button pressed for six seconds is none', async () =>
    expect(await values('work_minutes', 'half_hour')).toEqual([
      ['08:00', 5],
      ['08:30', 17],
      ['09:00', 50],
    ]));

  it('of work belong to whoever did it', async () =>
    expect(await values('work_minutes', 'agent')).toEqual([
      ['A', 22],
      ['C', 30],
      ['-', 20],
    ]));

  it('of service fill 5 of 16 minutes in the first half-hour and 17 of 24 in the second', async () => {
    const [first, second] = await test.ask('half_hour_occupancy', { by: ['half_hour'] });
    expect([first?.value, second?.value]).toEqual([expect.closeTo(5 / 16, 12), expect.closeTo(17 / 24, 12)]);
  });

  it('stay the same in all, however they are cut', async () => {
    expect(await test.ask('staffed_minutes')).toMatchObject([{ value: 44 }]);
    expect(await test.ask('half_hour_occupancy')).toMatchObject([{ value: 0.5 }]);
    expect(await test.ask('counter_occupancy', { exact: true })).toMatchObject([{ value: 0.5 }]);
    expect(await test.ask('workload_share')).toMatchObject([{ value: expect.closeTo(72 / 44, 12) }]);
  });
});

describe('an overloaded half-hour', () => {
  it('has more than 85 % of its staffed minutes filled: 26 of 30, not 25', async () => {
    await test.fill({
      shift: [onDuty('P1', 'A', 0, 60), onDuty('P1', 'B', 120, 121)],
      ticket: [served('P1', 'A', 0, 25), served('P1', 'A', 30, 26)],
      known_until: known,
    });
    expect(await test.ask('overload_share')).toMatchObject([{ cases: 1, n: 3 }]);
  });

  it('is not known of where tickets are silent', async () => {
    await test.fill({
      shift: [onDuty('P1', 'A', 0, 60), onDuty('P2', 'B', 0, 60)],
      ticket: [served('P1', 'A', 0, 29)],
      service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')],
      working_day: ['2026-03-02'],
      known_until: known,
    });
    const [first, second] = await test.ask('overload_share', { by: ['point'] });
    expect([first?.value, second?.value, second?.coverage]).toEqual([0.5, null, 0]);
  });
});

describe('work per officer-day, adjusted for mix', () => {
  it('counts a ticket of 20 minutes as 4/3 and one of 10 as 2/3 where the mean is 15', async () => {
    const tickets = (point: string, agent: string, minutes: number, field: string): object[] =>
      Array.from({ length: 6 }, (_none, index) => served(point, agent, index * 20, minutes, field));
    await test.fill({
      shift: [onDuty('P1', 'A', 0, 480), onDuty('P2', 'B', 0, 480)],
      ticket: [...tickets('P1', 'A', 20, 'land'), ...tickets('P2', 'B', 10, 'civil')],
      known_until: known,
    });
    expect(await values('tickets_per_officer_day', 'point')).toEqual([
      ['P1', 6],
      ['P2', 6],
    ]);
    expect(await values('tickets_per_officer_day_adjusted', 'point')).toEqual([
      ['P1', expect.closeTo(8, 5)],
      ['P2', expect.closeTo(4, 5)],
    ]);
    expect(await test.ask('tickets_per_officer_day_adjusted')).toMatchObject([{ value: expect.closeTo(6, 5), n: 2, cases: 12 }]);
  });
});

describe('contract staff', () => {
  const step = (status: number, agent: string, more: object = {}): object => ({
    ...eventRow('P1', at(60), agent),
    status,
    agent_class: 'civil_servant',
    ...more,
  });
  const posting = (staff: string, staffClass: string, from: string, to: string | null = null): object => ({
    source: 'register',
    staff,
    point_code: 'P1',
    staff_class: staffClass,
    permitted_actions: 'guide; sign',
    started_on: from,
    ended_on: to,
  });

  it('take a decisive step as the dossier system says, or as the register of staff says for the day', async () => {
    await test.fill({
      dossier_event: [
        step(10, 'X', { agent_class: 'contract' }),
        step(9, 'H'),
        step(4, 'H', { step: 'signed' }),
        // Handing over a result is allowed, assigning work is no decision, and K is a contract worker only since Tuesday.
        step(10, 'H'),
        step(4, 'H'),
        step(9, 'K'),
        step(9, 'L'),
      ],
      staff_posting: [
        posting('H', 'contract', '2026-01-01'),
        posting('K', 'contract', '2026-03-03'),
        posting('L', 'civil_servant', '2026-01-01'),
      ],
      working_day: ['2026-03-02', '2026-03-03'],
      known_until: known,
    });
    expect(await test.ask('contract_decisions')).toMatchObject([{ value: 3 }]);
    expect(await test.ask('contract_decision_rate')).toMatchObject([{ cases: 3, n: 6 }]);
    const { rows } = await test.answers.rows(
      { metric: 'contract_decisions', part: 'n', from: '2026-03-02', to: '2026-03-07', where: [], page: 1, size: 10 },
      wholeCity,
    );
    expect(rows.map(({ agent }) => agent).sort()).toEqual(['H', 'H', 'X']);
  });

  it('may decide where their posting permits it, each person counted once', async () => {
    expect(await test.ask('contract_may_decide')).toMatchObject([{ value: 2 }]);
    expect(await test.ask('contract_may_decide', { to: '2026-03-03' })).toMatchObject([{ value: 1 }]);
    expect(await test.ask('civil_servants_posted')).toMatchObject([{ value: 1, n: 2, cases: 2 }]);
  });
});

describe('the spread of load', () => {
  const spread = async (...minutes: readonly (readonly [string, number])[]): Promise<number | null | undefined> => {
    await test.fill({
      shift: [onDuty('P1', 'A', 0, 120), onDuty('P1', 'B', 0, 60)],
      ticket: minutes.map(([agent, length], index) => served('P1', agent, index * 60, length)),
      known_until: known,
    });
    return (await test.ask('load_spread'))[0]?.value;
  };

  it('is none where everybody serves as long as their time at the counter calls for', async () =>
    expect(await spread(['A', 40], ['B', 20])).toBeCloseTo(0, 12));

  it('is the part of the work that would have to change hands: 20 of 60 minutes', async () =>
    expect(await spread(['A', 20], ['B', 40])).toBeCloseTo(1 / 3, 12));

  it('is told to whoever leads the staff only', () =>
    expect(
      test.answers
        .catalog()
        .filter(({ level }) => level === 'staff')
        .map(({ id }) => id),
    ).toEqual(['contract_may_decide', 'load_spread']));
});

it('people helped are added up, other activities are not', async () => {
  const activity = (name: string, quantity: number): object => ({
    source: 'book',
    point_code: 'P1',
    counted_on: '2026-03-02',
    activity: name,
    quantity,
  });
  await test.fill({
    activity_count: [activity('assisted_submission', 5), activity('assisted_declaration', 2), activity('household_visit', 9)],
    known_until: known,
  });
  expect(await test.ask('people_helped')).toMatchObject([{ value: 7, n: 2 }]);
});

describe('in an invented city', () => {
  const HALF_HOUR = 1_800_000;
  interface Shift {
    readonly point_code: string;
    readonly started_at: string;
    readonly ended_at: string;
    readonly paused_ms: number;
  }

  /** Minutes of a point by half-hour of the city's day, as the engine cuts them. */
  function cut(shifts: readonly Shift[]): Map<string, number> {
    const minutes = new Map<string, number>();
    for (const { point_code: point, started_at, ended_at, paused_ms: paused } of shifts) {
      const [from, to] = [Date.parse(started_at), Date.parse(ended_at)];
      for (let slot = Math.floor(from / HALF_HOUR); slot * HALF_HOUR < to; slot++) {
        const counting = (instant: number): number => Math.floor(((instant - from) * (to - from - paused)) / (to - from));
        const piece = counting(Math.min(to, (slot + 1) * HALF_HOUR)) - counting(Math.max(from, slot * HALF_HOUR));
        const clock = new Date(slot * HALF_HOUR + 7 * 3_600_000).toISOString().slice(11, 16);
        minutes.set(`${point} ${clock}`, (minutes.get(`${point} ${clock}`) ?? 0) + piece / 60_000);
      }
    }
    return minutes;
  }

  it.each([1, 2])('the engine cuts shifts as TypeScript does (seed %d)', async (seed) => {
    const city = randomCity(seed);
    await test.fill(city);
    const expected = cut(city.shift as readonly Shift[]);
    const rows = await test.ask('staffed_minutes', {
      by: ['point', 'half_hour'],
      where: [{ dimension: 'point', values: ['P1', 'P2', 'P3'] }],
    });
    const known = [...expected].filter(([key]) => !key.startsWith('P9'));
    expect(rows.length).toBe(known.length);
    for (const { key, value } of rows) expect(value).toBeCloseTo(expected.get(key) ?? NaN, 9);
  });
});
