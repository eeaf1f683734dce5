import { InvalidQuery, type Question, wholeCity } from '@evenhand/domain';
import { loadSource, type Stores } from '@evenhand/etl';
import { MetricAnswers, type StandardEdit, Standards } from '@evenhand/metrics';
import { param, sql } from '@evenhand/warehouse';
import { ScratchCity } from './fixtures/scratch-city';

const city = new ScratchCity();
let stores: Stores;
let answers: MetricAnswers;

const STAGING = {
  dossier: `SELECT code AS dossier_code, point AS point_code, if(withdrawn = '1', '', received) AS received_at, due AS due_at,
    finished AS finished_at, if(withdrawn = '1', '', if(finished = '', '4', '9')) AS status, channel, withdrawn FROM input`,
};
const HEADER = 'code,point,channel,received,due,finished,withdrawn';

const dossier = (code: string, point: string, days: { received: string; due: string; finished?: string; channel?: string }): string => {
  const at = (day: string | undefined): string => (day === undefined ? '' : `2026-${day} 10:00:00`);
  return [code, point, days.channel ?? 'direct', at(days.received), at(days.due), at(days.finished), '0'].join(',');
};

/** Told on 2 April. D5 falls due in April, and shows that March is over. */
const MARCH = [
  dossier('D1', 'P1', { received: '03-02', due: '03-10', finished: '03-09' }), // on time
  dossier('D2', 'P1', { received: '03-03', due: '03-11', finished: '03-13' }), // late
  dossier('D3', 'P2', { received: '03-04', due: '03-20' }), // open
  dossier('D4', 'P2', { received: '03-05', due: '03-12', finished: '03-12' }), // on time
  dossier('D5', 'P2', { received: '04-02', due: '04-20' }),
];

/** Told on 5 May. */
const CORRECTIONS = [
  dossier('D1', 'P1', { received: '03-02', due: '03-10', finished: '03-09', channel: 'online' }), // nothing that counts here
  dossier('D2', 'P1', { received: '03-03', due: '03-11', finished: '03-11' }), // on time after all
  dossier('D3', 'P2', { received: '03-04', due: '04-15' }), // due in April, although first promised for March
  'D4,P2,direct,,,,1', // never existed
  dossier('D6', 'P1', { received: '03-06', due: '03-16', finished: '03-17' }), // told late, and late
];

const MARCH_RANGE = { from: '2026-03-01', to: '2026-04-01' } as const;
const question = (asked: Partial<Question> = {}): Question => ({
  metrics: ['on_time_rate'],
  by: [],
  ...MARCH_RANGE,
  where: [],
  exact: false,
  ...asked,
});

const onTime = async (asked: Partial<Question> = {}) => {
  const { rows } = await answers.answer(question(asked), wholeCity);
  return rows[0]?.values['on_time_rate'];
};

/** Loads lines and says on which day that was. */
async function told(name: string, lines: readonly string[], publishedAt: string): Promise<void> {
  const file = city.file(`${name}.csv`, [HEADER, ...lines]);
  const { id } = await loadSource(stores, { source: city.source('desk', STAGING), files: [file] });
  await stores.warehouse.run(
    sql`ALTER TABLE publication UPDATE published_at = parseDateTime64BestEffort(${param('String', publishedAt)}, 3, 'UTC') WHERE run_id = ${param('UInt64', id)} SETTINGS mutations_sync = 1`,
  );
}

let beforeCorrections: unknown;
beforeAll(async () => {
  stores = await city.open();
  answers = new MetricAnswers(stores.warehouse, stores.city.settings);
  await told('march', MARCH, '2026-04-02T03:00:00Z');
  beforeCorrections = await onTime({ asOf: '2026-04-30' });
  await told('corrections', CORRECTIONS, '2026-05-05T03:00:00Z');
}, 60_000);
afterAll(async () => {
  await stores.close();
  city.remove();
});

describe('a question as of 30 April', () => {
  it('is answered from what had been told by then; the question of today from what is known', async () => {
    // D1 to D4 fell due in March, D1 and D4 were on time. Since: D1, D2 and D6 fell due, D1 and D2 were on time.
    expect(await onTime({ asOf: '2026-04-30' })).toMatchObject({ value: 2 / 4, cases: 2, n: 4, asOf: '2026-04-02T03:00:00.000Z' });
    expect(await onTime()).toMatchObject({ value: 2 / 3, cases: 2, n: 3 });
  });

  it('[E5] is answered alike before and after the corrections, but for where it was read', async () => {
    expect({ ...(await onTime({ asOf: '2026-04-30' })), from: 'rollup' }).toEqual(beforeCorrections);
  });

  it('is answered from the rollup when nothing has been told since', async () => {
    expect(await onTime({ asOf: '2026-05-31' })).toEqual(await onTime());
    expect(await onTime({ asOf: '2026-05-31' })).toMatchObject({ from: 'rollup' });
  });

  it('says as of when, as an instant: the end of 30 April in the city', async () => {
    const { question: asked } = await answers.answer(question({ asOf: '2026-04-30' }), wholeCity);
    expect(asked.asOf).toBe('2026-04-30T16:59:59.999Z');
    expect(await onTime({ asOf: '2026-04-30T23:59:59.999+07:00' })).toEqual(await onTime({ asOf: '2026-04-30' }));
  });

  it('shows the rows of then behind its figure', async () => {
    const behind = await answers.rows(
      { metric: 'on_time_rate', part: 'n', where: [], ...MARCH_RANGE, page: 1, size: 50, asOf: '2026-04-30' },
      wholeCity,
    );
    expect(behind.total).toBe(4);
    expect(behind.rows.map((row) => row['dossier_code'])).toEqual(['D1', 'D2', 'D3', 'D4']);
  });
});

describe('a standard as of 30 April', () => {
  const judged = async (standard: string, asOf?: string, edits: readonly StandardEdit[] = []) => {
    const standards = new Standards(stores.warehouse, stores.city.settings, answers);
    const asked = { standard, range: MARCH_RANGE, by: 'city', grain: 'whole', asOf } as const;
    return (await standards.verdicts(asked, edits, wholeCity))[0];
  };

  it('is judged by the cases of then, and lists them: D2 and D3 were late without an apology; today it is D6', async () => {
    expect(await judged('apology_when_late', '2026-04-30')).toMatchObject({
      state: 'fail',
      n: 2,
      breaches: 2,
      asOf: '2026-04-02T03:00:00.000Z',
    });
    expect(await judged('apology_when_late')).toMatchObject({ state: 'fail', n: 1, breaches: 1 });
    const standards = new Standards(stores.warehouse, stores.city.settings, answers);
    const breaches = { standard: 'apology_when_late', range: MARCH_RANGE, page: 1, size: 10 };
    const listed = async (asOf?: string) =>
      (await standards.breaches({ ...breaches, asOf }, [], wholeCity)).rows.map((row) => row['dossier_code']);
    expect(await listed('2026-04-30')).toEqual(['D2', 'D3']);
    expect(await listed()).toEqual(['D6']);
  });

  it('is judged by the figure of then where it is a level of the catalogue', async () => {
    expect(await judged('on_time_settlement', '2026-04-30')).toMatchObject({ n: 4, breaches: 2 });
    expect(await judged('on_time_settlement')).toMatchObject({ n: 3, breaches: 1 });
  });

  it('is judged by the numbers that had been set by then', async () => {
    const set = {
      id: 1,
      standard: 'on_time_settlement',
      effectiveFrom: '2026-03-01',
      limits: { share: 0.5 },
      reason: 'x',
      madeBy: 'owner',
    };
    const edits = [{ ...set, madeAt: new Date('2026-05-10T03:00:00Z') }];
    expect((await judged('on_time_settlement', '2026-05-31', edits))?.pieces.at(-1)?.limits).toMatchObject({ share: 0.5 });
    expect((await judged('on_time_settlement', '2026-05-06', edits))?.pieces.at(-1)?.limits).not.toMatchObject({ share: 0.5 });
  });

  it('is unknown before anybody told anything, and not judged of a day to come', async () => {
    expect(await judged('apology_when_late', '2026-04-01')).toMatchObject({ state: 'unknown', reason: 'feed_silent', asOf: null });
    expect(await judged('on_time_settlement', '2026-04-01')).toMatchObject({ state: 'unknown', reason: 'feed_silent' });
    await expect(judged('on_time_settlement', '2999-01-01')).rejects.toThrow('"2999-01-01" is still to come');
  });
});

it('before anybody told anything, nothing is known: no figure, and not 0', async () => {
  expect(await onTime({ asOf: '2026-04-01' })).toMatchObject({ value: null, reason: 'no_data', n: 0, asOf: null });
  const { rows } = await answers.answer(question({ metrics: ['dossiers_received'], asOf: '2026-04-01' }), wholeCity);
  expect(rows[0]?.values['dossiers_received']).toMatchObject({ value: null, reason: 'no_data' });
});

it.each([
  ['yesterday', '"yesterday" is no instant; write it with its zone, for example 2026-04-30T17:00:00Z, or write a day'],
  ['2026-04-30T17:00:00', '"2026-04-30T17:00:00" is no instant'],
  ['2026-02-30', '"2026-02-30" is no instant'],
  ['2148-01-01', '"2148-01-01" is still to come; leave asOf out for what is known at present.'],
])('refuses to answer as of %s', async (asOf, sentence) => {
  await expect(onTime({ asOf })).rejects.toThrow(sentence);
  await expect(onTime({ asOf })).rejects.toBeInstanceOf(InvalidQuery);
});

describe('the difference between 30 April and the present', () => {
  const diff = () =>
    answers.diff({ metric: 'on_time_rate', part: 'n', where: [], ...MARCH_RANGE, then: '2026-04-30', page: 1, size: 50 }, wholeCity);

  it('lists exactly the dossiers that moved the figure, with what each adds to it', async () => {
    const { rows, total } = await diff();
    expect(total).toBe(4);
    expect(rows.map(({ then, now, moved }) => [(then ?? now)?.['dossier_code'], moved.n, moved.cases])).toEqual([
      ['D2', 0, 1], // still due in March, and on time after all
      ['D3', -1, 0], // no longer due in March; it was open
      ['D4', -1, -1], // withdrawn; it was on time
      ['D6', 1, 0], // told late; it was late
    ]);
  });

  it('adds up to the difference of the figures', async () => {
    const { then, now, moved } = await diff();
    expect([then.n, now.n, moved.n]).toEqual([4, 3, -1]);
    expect([then.cases, now.cases, moved.cases]).toEqual([2, 2, 0]);
  });

  it('says what each case said then and says now; a due date that was put off keeps the first one', async () => {
    const { rows } = await diff();
    const at = (day: string): string => `2026-${day}T03:00:00.000Z`;
    expect(rows[1]).toMatchObject({
      then: { due_at: at('03-20'), first_due_at: at('03-20') },
      now: { due_at: at('04-15'), first_due_at: at('03-20') },
    });
    expect(rows[2]).toMatchObject({ then: { dossier_code: 'D4' }, now: null });
    expect(rows[3]).toMatchObject({ then: null, now: { dossier_code: 'D6' } });
  });

  it('comes page by page', async () => {
    const page = await answers.diff(
      { metric: 'on_time_rate', part: 'n', where: [], ...MARCH_RANGE, then: '2026-04-30', page: 2, size: 3 },
      wholeCity,
    );
    expect([page.total, page.rows.map(({ now }) => now?.['dossier_code'])]).toEqual([4, ['D6']]);
  });

  it('is empty between two moments with the same figure', async () => {
    const between = await answers.diff(
      { metric: 'on_time_rate', part: 'n', where: [], ...MARCH_RANGE, then: '2026-04-10', asOf: '2026-04-30', page: 1, size: 50 },
      wholeCity,
    );
    expect([between.total, between.rows, between.moved]).toEqual([0, [], { n: 0, cases: 0, amount: null }]);
  });

  it('shows nothing of a point that the asker may not see', async () => {
    const { rows } = await answers.diff(
      { metric: 'on_time_rate', part: 'n', where: [], ...MARCH_RANGE, then: '2026-04-30', page: 1, size: 50 },
      { points: ['P1'], columns: ['dossier_codes'] },
    );
    expect(rows.map(({ now }) => now?.['dossier_code'])).toEqual(['D2', 'D6']);
  });
});
