import { periodFromText, type StatedFigure, wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { fillScoredCity, fillWorkingTime } from '../testing/scored-city';
import { TestWarehouse } from '../testing/test-warehouse';
import { type Index766Request, Index766Scores, type UnitScore766 } from './index-766-scores';

const near = (value: number) => expect.closeTo(value, 9);
const range = (low: number, high = low) => ({ low: near(low), high: near(high) });

describe('index 766 of a dozen dossiers', () => {
  let store: TestWarehouse;
  let index: Index766Scores;
  beforeAll(async () => {
    store = await TestWarehouse.open();
    await fillScoredCity(store);
    index = new Index766Scores(store.warehouse, city);
  });
  afterAll(() => store.close());

  const request = (over: Partial<Index766Request> = {}): Index766Request => ({
    period: periodFromText('2026-09', 'calendar'),
    units: ['00004'],
    stated: [],
    ...over,
  });
  const scores = new Map<string, Promise<UnitScore766>>();
  const scored = async (over: Partial<Index766Request>): Promise<UnitScore766> => {
    const [unit] = (await index.scores(request(over), wholeCity)).units;
    if (!unit) throw new Error('There is no unit.');
    return unit;
  };
  /** Asked once for each request: no test changes the city. */
  const scoreOf = (over: Partial<Index766Request> = {}): Promise<UnitScore766> => {
    const key = JSON.stringify(over);
    const score = scores.get(key) ?? scored(over);
    scores.set(key, score);
    return score;
  };
  const indicatorsOf = ({ indicators }: UnitScore766) => new Map(indicators.map((one) => [one.indicator.id, one]));

  it('counts each indicator by hand', async () => {
    const found = indicatorsOf(await scoreOf());
    const points = Object.fromEntries([...found].map(([id, one]) => [id, [one.ground, one.points]]));
    expect(points).toEqual({
      // No source tells how procedures are announced: everything is possible.
      '1.1': ['unknown', range(0, 6)],
      '1.2': ['unknown', range(0, 4)],
      '1.3': ['unknown', range(0, 2)],
      // 5 of 8 received in September are on the portal.
      '1.4': ['measured', range((6 * 5) / 8)],
      // Of 10, three are late and nobody knows of one: 6 to 7.
      '2.1': ['measured', range(12, 14)],
      '3.1': ['not_asked', range(2)],
      '3.2': ['unknown', range(0, 4)],
      // 3 of 8 × 5/8 synchronised, all points at one half.
      '3.3': ['measured', range((6 * (3 / 8) * (5 / 8)) / 0.5)],
      '3.5a': ['unknown', range(0, 2)],
      '3.5b': ['unknown', range(0, 2)],
      '3.6': ['measured', range((6 * 2) / 3)],
      '4.1': ['measured', range((6 * 4) / 6)],
      '4.2': ['measured', range((4 * 3) / 6)],
      '4.certified': ['measured', range((2 * 8) / 10)],
      '4.3': ['unknown', range(0, 2)],
      '4.4': ['unknown', range(0, 4)],
      '4.5a': ['not_asked', range(2)],
      '4.5b': ['not_asked', range(2)],
      // 3 of 6 handled in time, of one nobody knows.
      '5.2': ['measured', range(3, 4)],
      // Of 6 two are overdue, one dissatisfied, one repeated, of one nobody knows.
      '5.3': ['measured', range(1, 2)],
      // 10 less 3 late and 3 disliked leave 4, less one of which nobody knows.
      '5.4': ['measured', range((6 * 0.3) / 0.9, (6 * 0.4) / 0.9)],
    });
  });

  it('adds them up to a range, without a grade while the range crosses a bound', async () => {
    const { total, given, band, level } = await scoreOf();
    const sure = 3.75 + 12 + 6 + 2.8125 + 4 + 4 + 2 + 1.6 + 3 + 1 + 2;
    expect({ total, given, band, level }).toEqual({
      total: range(sure, sure + 26 + 2 + 1 + 1 + 2 / 3),
      given: 6,
      band: null,
      level: 'commune',
    });
  });

  it('says which causes cost how many points, and what is not known', async () => {
    const found = indicatorsOf(await scoreOf());
    expect(found.get('2.1')?.lost.map(({ id, cases, points }) => [id, cases, points])).toEqual([
      ['supplemented_twice', 1, near(2)],
      ['ended_late', 1, near(2)],
      ['open_late', 1, near(2)],
    ]);
    expect(found.get('2.1')?.evidence.missing).toMatchObject([{ id: 'undecided', cases: 1 }]);
    expect(found.get('1.1')?.evidence.missing).toMatchObject([{ id: 'no_source', cases: null }]);
    expect(found.get('3.5b')?.evidence).toMatchObject({ seen: 1, missing: [{ id: 'denominator' }] });
    expect(found.get('4.1')?.evidence.doubtful).toBe(1);
  });

  it('names for every range what is missing: the feed that told nothing, or what would have to be told', async () => {
    const ranges = [...indicatorsOf(await scoreOf()).values()].filter(({ points }) => points.low < points.high);
    expect(ranges.length).toBeGreaterThan(5);
    const isVague = ({ id, label: { vi, en } }: (typeof ranges)[number]['evidence']['missing'][number]): boolean =>
      ['no_source', 'no_feed', 'denominator'].includes(id) && !(vi.includes(': ') && en.includes(': '));
    const unnamed = ranges.filter(({ evidence: { missing } }) => missing.length === 0 || missing.some(isVague));
    expect(unnamed.map(({ indicator: { id } }) => id)).toEqual([]);
    expect(indicatorsOf(await scoreOf()).get('1.1')?.evidence.missing[0]?.label.vi).toBe(
      'Chưa có nguồn dữ liệu nào cho biết; cần có: quyết định công bố thủ tục hành chính và ngày hiệu lực của văn bản làm căn cứ',
    );
  });

  it('puts the cheapest point first', async () => {
    const { next } = await scoreOf();
    expect(next.slice(0, 2).map(({ indicator, cases, perCase, next: one }) => [indicator.id, cases, perCase, one])).toEqual([
      ['2.1', 3, near(2), { points: near(1), cases: 1 }],
      ['3.6', 1, near(2), { points: near(1), cases: 1 }],
    ]);
  });

  it('shows the portal’s figure beside its own and what explains the difference', async () => {
    const { groups, indicators } = await scoreOf();
    expect(groups.find(({ group }) => group === 'progress')?.beside).toEqual({
      published: { score: 14, max: 20, met: 7, of: 10, publishedOn: '2026-10-05' },
      difference: {
        verdict: 'within',
        points: 0,
        reasons: [
          { id: 'unknown', points: near(2) },
          { id: 'cases', points: null },
        ],
      },
    });
    expect(indicators.find(({ indicator }) => indicator.id === '4.1')?.beside?.difference).toMatchObject({
      verdict: 'higher',
      points: near(1),
    });
  });

  it('watches the time of settlement and what petitions are about', async () => {
    const { watched } = await scoreOf();
    // Received and settled in September: 3 + 4 + 6 + 2 + 7 − 5 days of five dossiers; 1 of 6 petitions is about staff.
    expect(watched.map(({ id, value, n }) => [id, value, n])).toEqual([
      ['2.2', near(17 / 5), 5],
      ['5.1', near(1 / 6), 6],
    ]);
  });

  it('leaves open what a thin feed owes, and gives points for silence as the rule says', async () => {
    const unit = await scoreOf({ units: ['00008'] });
    const found = indicatorsOf(unit);
    // One in time and three that the feed owes; expected 3.2 make 4, one of which arrived.
    expect(found.get('2.1')).toMatchObject({ points: range(5, 20), evidence: { missing: [{ id: 'owed', cases: 3 }] } });
    expect(found.get('3.6')?.points).toEqual(range(0, 6));
    expect(found.get('5.2')).toMatchObject({ ground: 'nothing_to_measure', points: range(6) });
    expect(unit.given).toBe(18);
  });

  it('counts the city as a province and never adds procedures twice', async () => {
    const unit = await scoreOf({ units: 'city' });
    const found = indicatorsOf(unit);
    expect(unit).toMatchObject({ unit: null, level: 'province' });
    expect(found.get('2.1')).toMatchObject({ points: range((20 * 7) / 14, (20 * 11) / 14), counted: { met: 7, of: 14, unsaid: 4 } });
    // A, B and one without a code.
    expect(found.get('3.2')?.evidence.seen).toBe(3);
  });

  it('is unknown for a period of which nothing was told, not 0 and not full', async () => {
    const { total, indicators } = await scoreOf({ period: periodFromText('2026-12', 'calendar') });
    expect(total).toEqual(range(6, 100));
    expect(indicators.filter(({ ground }) => ground === 'measured')).toEqual([]);
  });

  it('knows nothing of a ward whose points told nothing: no petition is no good news there', async () => {
    const { total, coverage, indicators } = await scoreOf({ units: ['00025'] });
    expect({ total, coverage }).toEqual({ total: range(6, 100), coverage: 0 });
    expect(indicators.filter(({ ground }) => ground !== 'unknown' && ground !== 'not_asked')).toEqual([]);
  });

  it('takes what somebody stated where no feed tells, and only there', async () => {
    const stated = (item: string, met: number, of: number): StatedFigure => ({
      ...{ unitCode: '00004', periodFrom: '2026-09-01', periodTo: '2026-10-01', item, met, of },
      ...{ points: null, basis: 'Báo cáo 12' },
    });
    const found = indicatorsOf(await scoreOf({ stated: [stated('index-766/1.1', 3, 4), stated('index-766/2.1', 10, 10)] }));
    expect(found.get('1.1')).toMatchObject({ ground: 'stated', points: range(4.5), evidence: { basis: 'Báo cáo 12' } });
    expect(found.get('2.1')).toMatchObject({ ground: 'measured', points: range(12, 14) });
  });

  it('lists the cases behind a cause: as many as it counts', async () => {
    const { indicators } = await scoreOf();
    const listed = indicators.flatMap(({ lost }) => lost).filter(({ id }) => ['ended_late', 'disliked', 'petition_late'].includes(id));
    expect(listed).toHaveLength(4);
    for (const { id, cases } of listed) {
      const { rows, total } = await index.rows({ ...request(), cause: id, page: 1, size: 50 }, wholeCity);
      expect([id, rows.length, total]).toEqual([id, cases, cases]);
    }
    const { rows } = await index.rows({ ...request(), cause: 'undecided', page: 1, size: 50 }, wholeCity);
    expect(rows).toMatchObject([{ dossier_code: 'H8', limit_on: null }]);
    await expect(index.rows({ ...request(), cause: 'weather', page: 1, size: 50 }, wholeCity)).rejects.toThrow(
      'No cases are listed for "weather"',
    );
  });

  it('shows nothing to someone without a scope, and no other ward', async () => {
    expect((await index.scores(request({ units: 'city' }), { points: [] })).units).toEqual([]);
    expect((await index.scores(request(), { points: ['P2'] })).units).toEqual([]);
  });

  it('decides by working days what has no due date, where the city keeps a calendar', async () => {
    await fillWorkingTime(store);
    const found = indicatorsOf(await scored({}));
    // H8: received on Thursday, three working days end on Tuesday. Q7: forwarded after one working day of two.
    expect(found.get('2.1')).toMatchObject({ counted: { met: 7, of: 10, unsaid: 0 }, points: range(14) });
    expect(found.get('5.2')).toMatchObject({ counted: { met: 4, of: 6, unsaid: 0 }, points: range(4) });
  });

  it('is answered from what had been published by an instant', async () => {
    const published = (run_id: number, published_at: string) => ({ run_id, entity: 'dossier', source: 'office', published_at });
    await store.warehouse.insert('publication', [published(1, '2019-01-01T00:00:00Z'), published(5, '2020-06-01T00:00:00Z')]);
    // H1 was first told by the later run.
    await store.warehouse.insert('dossier_version', [{ key_hash: 1, run_id: 5, dossier_code: 'H1', point_code: 'P1' }]);
    const then = indicatorsOf(await scored({ asOf: '2020-01-01T00:00:00Z' }));
    expect(then.get('2.1')?.counted).toMatchObject({ met: 6, of: 9 });
    expect(indicatorsOf(await scored({})).get('2.1')?.counted).toMatchObject({ met: 7, of: 10 });
  });
});
