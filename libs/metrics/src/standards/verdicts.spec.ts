import { type Scope, wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '../metric-answers';
import { FACTS } from '../facts/facts';
import { dossierRow, eventRow, knownRow, pointRow, shiftRow, ticketRow } from '../testing/case-rows';
import { city } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import type { MovedVerdict } from './preview';
import { Standards } from './standards';
import type { StandardEdit } from './versions';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const HALF = '2026-10-16';

/** A ticket of 09:00 that is called after so many minutes. */
const ticket = (point: string, day: string, minutes: number): object => {
  const issued = `${day}T02:00:00.000Z`;
  const called = new Date(Date.parse(issued) + minutes * 60_000).toISOString();
  const finished = new Date(Date.parse(called) + 3 * 60_000).toISOString();
  return ticketRow({ point, issued, called, started: called, finished, outcome: 'served' });
};
const times = (count: number, row: () => object): object[] => Array.from({ length: count }, row);
const dossier = (point: string, due: string, finished: string | null): object =>
  dossierRow({ point, received: '2026-10-01T02:00:00Z', due: `${due}T10:00:00Z`, finished: finished && `${finished}T09:00:00Z` });
const decided = (point: string, agentClass: string): object => ({
  ...eventRow(point, '2026-10-06T02:00:00Z', 'A'),
  agent_class: agentClass,
  status: 9,
});
const fed = (point: string, entity: string, days: readonly string[], state: string): object[] =>
  days.map((day) => ({
    ...{ source: 'queue', entity, point_code: point, day, state },
    ...(state === 'complete' ? { expected: 10, arrived: 10 } : { expected: 5, arrived: 0 }),
  }));

const edit = (effectiveFrom: string, limits: StandardEdit['limits']): StandardEdit => ({
  id: 1,
  standard: 'waiting_time',
  effectiveFrom,
  limits: { minutes: 20, share: 0.05, ...limits },
  reason: 'Decision 12',
  madeBy: 'owner',
  madeAt: new Date('2026-10-01'),
});

/**
 * P: 40 waits of 25 minutes before 16 October and 60 after; two dossiers due on the 8th, one of them late; one deciding step of
 * contract staff; two shifts of eight hours. Q: 100 waits of 5 minutes; no dossiers. R: its queue fell silent; a deciding step of a civil servant.
 */
const CITY = {
  service_point: [
    pointRow('P', 'W', 'B'),
    pointRow('Q', 'W', 'B'),
    pointRow('R', 'W', 'B'),
    pointRow('OLD', 'W', 'B', '2020-01-01', '2026-10-01'),
  ],
  working_day: ['2026-10-05', '2026-10-20'],
  known_until: [
    knownRow('ticket', 'queue', '2026-10-31T10:00:00Z'),
    knownRow('shift', 'roster', '2026-10-31T10:00:00Z'),
    knownRow('dossier', 'national', '2026-10-31T10:00:00Z'),
    knownRow('dossier_event', 'national', '2026-10-31T10:00:00Z'),
  ],
  ticket: [
    ...times(40, () => ticket('P', '2026-10-05', 25)),
    ...times(60, () => ticket('P', '2026-10-20', 25)),
    ...times(50, () => ticket('Q', '2026-10-05', 5)),
    ...times(50, () => ticket('Q', '2026-10-20', 5)),
    ...times(40, () => ticket('R', '2026-10-05', 5)),
  ],
  dossier: [dossier('P', '2026-10-08', '2026-10-08'), dossier('P', '2026-10-08', '2026-10-09')],
  shift: ['2026-10-05', '2026-10-20'].map((day) =>
    shiftRow({ point: 'P', staff: 'A', started: `${day}T01:00:00Z`, ended: `${day}T09:00:00Z` }),
  ),
  dossier_event: [decided('P', 'contract'), decided('P', 'civil_servant'), decided('R', 'civil_servant')],
};

describe('verdicts', () => {
  let test: TestWarehouse;
  let standards: Standards;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.fill(CITY);
    await test.warehouse.insert('feed_day', [
      ...['P', 'Q'].flatMap((point) => fed(point, 'ticket', ['2026-10-05', '2026-10-20'], 'complete')),
      ...fed('R', 'ticket', ['2026-10-05'], 'complete'),
      ...fed('R', 'ticket', ['2026-10-20'], 'missing'),
      ...fed('R', 'dossier_event', ['2026-10-05'], 'complete'),
      ...fed('R', 'dossier_event', ['2026-10-20'], 'missing'),
    ]);
    standards = new Standards(test.warehouse, city);
  });
  afterAll(() => test.close());

  const verdicts = async (
    standard: string,
    edits: readonly StandardEdit[] = [],
    more: { readonly by?: 'point' | 'city'; readonly range?: typeof OCTOBER } = {},
  ) => standards.verdicts({ standard, range: more.range ?? OCTOBER, by: more.by ?? 'point', grain: 'month' }, edits, wholeCity);
  const states = async (standard: string, edits: readonly StandardEdit[] = []) =>
    Object.fromEntries((await verdicts(standard, edits)).map(({ point, state, reason }) => [point, reason ?? state]));

  it('hold every point that existed against a level, and take silence for no answer', async () =>
    expect(await states('waiting_time')).toEqual({ P: 'fail', Q: 'pass', R: 'feed_silent' }));

  it('take one breach for a fact, also where the rest is silent', async () => {
    expect(await states('contract_staff_decide_nothing')).toEqual({ P: 'fail', Q: 'no_cases', R: 'feed_silent' });
    const [first] = await verdicts('contract_staff_decide_nothing');
    expect(first).toMatchObject({
      point: 'P',
      n: 2,
      breaches: 1,
      value: 0.5,
      interval: null,
      asOf: '2026-10-31T10:00:00.000Z',
      readFrom: 'raw',
    });
  });

  it('say when nothing was ever told of what they rest on', async () =>
    expect(await states('petition_answer')).toEqual({ P: 'feed_silent', Q: 'feed_silent', R: 'feed_silent' }));

  it('say when there is no data to judge by', async () =>
    expect(await states('access')).toEqual({ P: 'no_data_source', Q: 'no_data_source', R: 'no_data_source' }));

  it('say when no rule is in force', async () =>
    expect(await states('staffing')).toEqual({ P: 'not_in_force', Q: 'not_in_force', R: 'not_in_force' }));

  it('hold a ratio against its level, without single cases', async () => {
    // 100 services of three minutes each in two shifts of eight hours: 300 of 960 minutes
    const [first] = await verdicts('counter_occupancy');
    expect(first).toMatchObject({ point: 'P', state: 'pass', n: 2, breaches: null, value: 0.3125 });
  });

  it('count the city as the sum of its points', async () => {
    const [whole] = await verdicts('waiting_time', [], { by: 'city' });
    // 100 + 100 + 40 tickets
    expect(whole).toMatchObject({ point: null, n: 240, breaches: 100 });
  });

  it('bound a share by the cases that are missing, as its metric does, and not by the days', async () => {
    const [whole] = await verdicts('waiting_time', [], { by: 'city' });
    // 50 arrived on five days and 5 are missing: 24 of 240 tickets, of which nobody or everybody waited too long
    expect(whole?.bounds).toEqual({ low: expect.closeTo(100 / 264, 12), high: expect.closeTo(124 / 264, 12) });
    const question = { metrics: ['long_wait_rate'], by: [], ...OCTOBER, where: [], exact: false };
    const [row] = (await new MetricAnswers(test.warehouse, city).answer(question, wholeCity)).rows;
    const bounds = row?.values['long_wait_rate']?.bounds;
    expect(whole?.bounds).toEqual({ low: expect.closeTo(bounds?.low ?? 0, 12), high: expect.closeTo(bounds?.high ?? 0, 12) });
  });

  it('judge each case by the numbers of its day: 30 minutes from the 16th on leave the 40 of before', async () => {
    const [first] = await verdicts('waiting_time', [edit(HALF, { minutes: 30 })]);
    expect(first).toMatchObject({ point: 'P', n: 100, breaches: 40, state: 'fail' });
    expect(first?.pieces.map(({ from, to, n, breaches, limits }) => [from, to, n, breaches, limits['minutes']])).toEqual([
      ['2026-10-01', HALF, 40, 40, 20],
      [HALF, '2026-11-01', 60, 0, 30],
    ]);
  });

  it('do not move before the day of a change', async () => {
    const before = { range: { from: '2026-10-01', to: HALF } };
    expect(await verdicts('waiting_time', [edit(HALF, { minutes: 30 })], before)).toEqual(await verdicts('waiting_time', [], before));
  });

  it('fail over a change of the level when one side of it failed', async () => {
    // everybody may wait from the 16th on; before, one in twenty
    const [first] = await verdicts('waiting_time', [edit(HALF, { share: 1 })]);
    expect(first).toMatchObject({ state: 'fail', n: 100, breaches: 100 });
    expect(first?.pieces.map(({ state }) => state)).toEqual(['fail', 'pass']);
  });

  it('are none for nobody’s points', async () =>
    expect(await standards.verdicts({ standard: 'waiting_time', range: OCTOBER, by: 'point', grain: 'month' }, [], { points: [] })).toEqual(
      [],
    ));

  it.each(['waiting_time', 'on_time_settlement', 'satisfaction', 'contract_staff_decide_nothing', 'supplement_once'])(
    '%s: list as many breaches as they count, each with the version that it broke',
    async (standard) => {
      const edits = [edit(HALF, { minutes: 24 })];
      const [whole] = await verdicts(standard, edits, { by: 'city' });
      const { total, rows } = await standards.breaches({ standard, range: OCTOBER, page: 1, size: 500 }, edits, wholeCity);
      expect([total, rows.length]).toEqual([whole?.breaches, whole?.breaches]);
      expect(rows.every(({ rule_from: from, day }) => String(from) <= String(day))).toBe(true);
    },
  );

  it('list the breaches of one point page by page', async () => {
    const page = (point: string, number: number) =>
      standards.breaches({ standard: 'waiting_time', range: OCTOBER, point, page: number, size: 60 }, [], wholeCity);
    expect((await page('P', 2)).rows).toHaveLength(40);
    expect(await page('Q', 1)).toMatchObject({ rows: [], total: 0 });
    await expect(page('P', 0)).rejects.toThrow('"0" is no page; the first page is 1.');
  });

  it.each([
    ['counter_occupancy', '"counter_occupancy" is judged by a ratio of two sums; no single case breaks it.'],
    ['access', 'There is no data for "access"'],
  ])('of %s have no breaches to list', async (standard, sentence) =>
    expect(standards.breaches({ standard, range: OCTOBER, page: 1, size: 10 }, [], wholeCity)).rejects.toThrow(sentence),
  );

  it.each(['day', 'week', 'whole'] as const)('come by %s as well', async (grain) => {
    const found = await standards.verdicts({ standard: 'supplement_once', range: OCTOBER, by: 'city', grain }, [], wholeCity);
    expect(found.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(2);
    expect([found[0]?.from, found.at(-1)?.to]).toEqual([OCTOBER.from, OCTOBER.to]);
  });

  describe('of a change that is not made', () => {
    const preview = async (effectiveFrom: string, isRetroactive = true, scope: Scope = wholeCity) => {
      const change = { effectiveFrom, limits: { minutes: 30 }, isRetroactive, reason: 'Decision 13' };
      const found = await standards.preview({ standard: 'waiting_time', range: OCTOBER, edit: change, today: '2026-11-02' }, [], scope);
      const states = ({ before, after, throughout }: MovedVerdict) => [before.point, before.state, after.state, throughout.state];
      return { ...found, city: found.city && states(found.city), moved: found.moved.map(states) };
    };

    it('tell which of a period would move by it, and which had its numbers held all the time', async () => {
      // P waited 25 minutes throughout: 30 allowed from the middle of the month on leave the first half broken.
      expect(await preview(HALF)).toMatchObject({
        points: 3,
        moved: [['P', 'fail', 'fail', 'pass']],
        limits: { minutes: 30, share: 0.05 },
      });
      expect((await preview('2026-10-01')).moved).toEqual([['P', 'fail', 'pass', 'pass']]);
      expect((await preview('2026-12-01', false)).moved).toEqual([['P', 'fail', 'fail', 'pass']]);
      expect((await preview(HALF)).city?.slice(0, 2)).toEqual([null, 'fail']);
    });

    it('are told of the points of the scope alone, and refused as the change would be', async () => {
      expect(await preview('2026-10-01', true, { points: ['Q'] })).toMatchObject({ points: 1, moved: [] });
      expect(await preview('2026-10-01', true, { points: [] })).toMatchObject({ city: null, points: 0, moved: [] });
      await expect(preview('2026-10-01', false)).rejects.toThrow('"2026-10-01" has passed');
    });

    it('leave no trace', async () => expect(await states('waiting_time')).toEqual({ P: 'fail', Q: 'pass', R: 'feed_silent' }));
  });

  it('rest on statements that the engine understands, for every rule', async () => {
    for (const { id, data, hasCases } of standards.list([], '2026-10-31')) {
      const found = await standards.verdicts({ standard: id, range: OCTOBER, by: 'point', grain: 'month' }, [], wholeCity);
      expect([id, found.length]).toEqual([id, 3]);
      if (data === 'present' && hasCases)
        expect(await standards.breaches({ standard: id, range: OCTOBER, page: 1, size: 1 }, [], wholeCity)).toHaveProperty('total');
    }
  });

  it('rest on statements that the engine understands of an earlier moment, too, for every rule', async () => {
    const published = { run_id: 1, source: 'queue', published_at: '2026-01-02T00:00:00Z' };
    const tables = [...new Set(Object.values(FACTS).map(({ table }) => table))];
    await test.warehouse.insert(
      'publication',
      tables.map((entity) => ({ ...published, entity })),
    );
    for (const { id } of standards.list([], '2026-10-31')) {
      const asked = { standard: id, range: OCTOBER, by: 'point', grain: 'month', asOf: '2026-01-01' } as const;
      const found = await standards.verdicts(asked, [], wholeCity);
      expect([id, found.length]).toEqual([id, 3]);
      // Nobody had told anything by then.
      expect(found.map(({ asOf }) => asOf)).toEqual([null, null, null]);
    }
  });
});
