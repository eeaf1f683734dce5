import { city } from '../testing/city';
import { STANDARDS, standardNamed } from './all-standards';
import { checkedLimits, type ProposedEdit } from './check-edit';
import { checkPeriods, periodsOf } from './periods';
import { piecesOf, type StandardEdit, versionOn, versionsOf } from './versions';

const waiting = standardNamed('waiting_time');
const edit = (id: number, effectiveFrom: string, limits: StandardEdit['limits'], standard = 'waiting_time'): StandardEdit => ({
  id,
  standard,
  effectiveFrom,
  limits,
  reason: 'Decision 12',
  madeBy: 'owner',
  madeAt: new Date('2026-10-05'),
});

describe('versions of a rule', () => {
  it('begin with what the city’s settings say', () =>
    expect(versionsOf(waiting, { ...city, longWaitMinutes: 25 }, [])).toMatchObject([
      { from: '2025-06-13', to: null, limits: { minutes: 25, share: 0.05 } },
    ]));

  it('follow each other; the last word about a day stands', () => {
    const edits = [edit(1, '2026-11-01', { minutes: 15 }), edit(2, '2026-12-01', { minutes: 10 }), edit(3, '2026-11-01', { minutes: 12 })];
    expect(versionsOf(waiting, city, edits).map(({ from, to, limits }) => [from, to, limits['minutes']])).toEqual([
      ['2025-06-13', '2026-11-01', 20],
      ['2026-11-01', '2026-12-01', 12],
      ['2026-12-01', null, 10],
    ]);
  });

  it('follow the text: a decree ends on the day on which the next replaces it', () =>
    expect(
      versionsOf(standardNamed('apology_when_late'), city, []).map(({ from, to, citation }) => [from, to, citation?.instrument.en]),
    ).toEqual([
      ['2018-06-21', '2025-07-01', 'Decree 61/2018/NĐ-CP'],
      ['2025-07-01', null, 'Decree 118/2025/NĐ-CP'],
    ]));

  it('cut a period where they change, and leave out days without a rule', () => {
    const versions = versionsOf(waiting, city, [edit(1, '2026-10-11', { minutes: 15 })]);
    const cut = (from: string, to: string) => piecesOf(versions, { from, to }).map((piece) => [piece.from, piece.to]);
    expect(cut('2026-10-01', '2026-11-01')).toEqual([
      ['2026-10-01', '2026-10-11'],
      ['2026-10-11', '2026-11-01'],
    ]);
    expect(cut('2025-06-01', '2025-07-01')).toEqual([['2025-06-13', '2025-07-01']]);
  });

  it('are none of a rule of another city until somebody adopts it', () => {
    const staffing = standardNamed('staffing');
    expect(versionsOf(staffing, city, [])).toEqual([]);
    expect(versionOn(versionsOf(staffing, city, [edit(1, '2026-10-11', { fewest: 4 }, 'staffing')]), '2026-10-11')?.limits).toEqual({
      fewest: 4,
      most: 16,
    });
  });
});

describe('a change of a rule', () => {
  const proposed = (more: Partial<ProposedEdit>): ProposedEdit => ({
    effectiveFrom: '2026-11-01',
    limits: { minutes: 15 },
    reason: 'Decision 12',
    isRetroactive: false,
    ...more,
  });
  const setting = { city, edits: [], today: '2026-10-05' };

  it('keeps the numbers that it does not name', () =>
    expect(checkedLimits(waiting, proposed({}), setting)).toEqual({ minutes: 15, share: 0.05 }));

  it('may reach into the past only when it says so', () =>
    expect(checkedLimits(waiting, proposed({ effectiveFrom: '2026-10-04', isRetroactive: true }), setting)).toEqual({
      minutes: 15,
      share: 0.05,
    }));

  it.each([
    [{ effectiveFrom: '2026-10-04' }, '"2026-10-04" has passed: verdicts since then could become others.'],
    [{ effectiveFrom: '2026-02-30' }, '"2026-02-30" is not a day'],
    [{ limits: { hours: 1 } }, 'The standard has no number "hours". Known: minutes, share.'],
    [{ limits: { minutes: 0 } }, '"minutes" is 0 but must lie between 1 and 480 (minutes).'],
    [{ limits: {} }, 'Name at least one number. Known: minutes, share.'],
    [{ reason: ' ' }, 'Say why; the reason is kept with the change.'],
  ])('%j is refused', (more, sentence) => expect(() => checkedLimits(waiting, proposed(more), setting)).toThrow(sentence));

  it.each([
    ['access', {}, 'There is no data for "access"'],
    ['digital_signature', { x: 1 }, '"digital_signature" has no numbers to set'],
    ['staffing', { fewest: 20 }, '"fewest" is 20 but must not be above "most", 16.'],
    ['staffing', { fewest: 4.5 }, '"fewest" is 4.5 but must be a whole number.'],
  ])('of %s to %j is refused', (id, limits, sentence) =>
    expect(() => checkedLimits(standardNamed(id), proposed({ limits }), setting)).toThrow(sentence),
  );
});

describe('the catalogue of standards', () => {
  it('names each once, with a text for everything and an example of keeping and of breaking it', () => {
    expect(new Set(STANDARDS.map(({ id }) => id)).size).toBe(STANDARDS.length);
    for (const { id, citations, label, promise, clock, judging, examples } of STANDARDS) {
      expect(citations.length).toBeGreaterThan(0);
      for (const text of [label, promise, clock].flatMap(({ vi, en }) => [vi, en])) expect(text).toBe(text.normalize('NFC').trim());
      const states = examples.map(({ expected }) => expected.state);
      if (judging.kind !== 'missing') expect([id, states]).toEqual([id, expect.arrayContaining(['pass', 'fail'])]);
    }
  });

  it('knows no other', () => expect(() => standardNamed('waiting')).toThrow('There is no standard "waiting". Known: waiting_time'));
});

describe('periods', () => {
  it('are cut at both ends of the range', () =>
    expect(periodsOf('month', { from: '2026-09-15', to: '2026-11-02' })).toEqual([
      { bucket: '2026-09-01', from: '2026-09-15', to: '2026-10-01' },
      { bucket: '2026-10-01', from: '2026-10-01', to: '2026-11-01' },
      { bucket: '2026-11-01', from: '2026-11-01', to: '2026-11-02' },
    ]));

  it.each([
    ['day', '2020-01-01', '2026-01-01', '"day" cuts the range into about 2192 periods; ask for at most 400'],
    ['month', '0001-01-01', '2026-01-01', '"0001-01-01" is too early'],
    ['whole', '2026-01-01', '9999-01-01', '"9999-01-01" is too late'],
  ] as const)('by %s from %s to %s are refused', (cut, from, to, sentence) =>
    expect(() => checkPeriods(cut, { from, to })).toThrow(sentence),
  );
});
