import { type Entry, gapFor, outcomeOf, stretchesOf, timeOf } from './stretches';

const HOUR = 3_600_000;
const entry = (kind: Entry['kind'], hours: number, clockRan: boolean): Entry => ({
  ...{ at: '2026-10-05T02:00:00.000Z', kind, step: null, due: null, usedMs: null },
  ...{ workingMs: hours * HOUR, clockRan },
});
const entries = [
  ...[entry('submitted', 0, false), entry('received', 3, false), entry('promised', 0, true), entry('step', 2, true)],
  ...[entry('clock_stopped', 1, true), entry('step', 8, false), entry('clock_runs', 0, false), entry('finished', 4, true)],
  entry('returned', 5, false),
];

describe('the life of a dossier', () => {
  it('is cut where the clock stops and runs again, from reception to the end', () => {
    expect(stretchesOf(entries)).toEqual([
      { ms: 3 * HOUR, isRunning: true },
      { ms: 8 * HOUR, isRunning: false },
      { ms: 4 * HOUR, isRunning: true },
    ]);
    expect([timeOf(stretchesOf(entries), true), timeOf(stretchesOf(entries), false)]).toEqual([7 * HOUR, 8 * HOUR]);
  });

  it('goes on to what is known last where it has no end', () => {
    expect(stretchesOf(entries.filter(({ kind }) => kind !== 'finished')).at(-1)).toEqual({ ms: 13 * HOUR, isRunning: false });
  });

  it('has no length where no hours are known', () => {
    expect(stretchesOf(entries.map((one) => ({ ...one, workingMs: null })))).toEqual([]);
  });

  it('leaves more room for more working time, and an end to it', () => {
    expect([0, 4, 16, 400].map((hours) => gapFor({ workingMs: hours * HOUR }))).toEqual([6, 30, 54, 96]);
    expect(gapFor({ workingMs: null })).toBe(6);
  });

  it('is on time until the end of its due day', () => {
    const due = '2026-10-09';
    expect(outcomeOf({ due, end: '2026-10-09', told: null })).toBe('on_time');
    expect(outcomeOf({ due, end: '2026-10-10', told: null })).toBe('late');
    expect(outcomeOf({ due, end: null, told: '2026-10-09' })).toBe('open');
    expect(outcomeOf({ due, end: null, told: '2026-10-12' })).toBe('overdue');
    expect(outcomeOf({ due: null, end: '2026-10-10', told: null })).toBe('no_due');
  });
});
