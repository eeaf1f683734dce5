import { dataAge } from './data-age';

const HOUR = 3_600_000;
const feed = { source: 'queue', entity: 'ticket', latestAt: '2026-10-30T00:00:00.000Z', closedDays: 0, expectedEveryHours: 24 };
const at = (
  now: string,
  ...sources: readonly (typeof feed | (Omit<typeof feed, 'expectedEveryHours'> & { expectedEveryHours: null }))[]
) => ({ now, sources });

describe('the age of data', () => {
  it('is fresh within the agreed interval, amber beyond one, red beyond two', () => {
    const levelAt = (now: string) => dataAge(at(now, feed), 'ticket', 0)?.level;
    expect([levelAt('2026-10-30T20:00:00Z'), levelAt('2026-10-31T01:00:00Z'), levelAt('2026-11-01T01:00:00Z')]).toEqual([
      'fresh',
      'amber',
      'red',
    ]);
  });

  it('counts up while the page is open', () => {
    const health = at('2026-10-30T23:30:00Z', feed);
    expect(dataAge(health, 'ticket', 0)).toMatchObject({ level: 'fresh', ageMs: 23.5 * HOUR });
    expect(dataAge(health, 'ticket', HOUR)).toMatchObject({ level: 'amber', ageMs: 24.5 * HOUR });
  });

  it('does not count whole closed days', () =>
    expect(dataAge(at('2026-11-01T01:00:00Z', { ...feed, closedDays: 2 }), 'ticket', 0)?.level).toBe('fresh'));

  it('is that of the feed furthest behind what was agreed', () =>
    expect(dataAge(at('2026-10-30T05:00:00Z', feed, { ...feed, source: 'hourly', expectedEveryHours: 1 }), 'ticket', 0)?.source).toBe(
      'hourly',
    ));

  it('is not judged where nothing was agreed, and unknown where nobody tells', () => {
    expect(dataAge(at('2026-11-20T00:00:00Z', { ...feed, expectedEveryHours: null }), 'ticket', 0)?.level).toBe('none');
    expect(dataAge(at('2026-11-20T00:00:00Z', feed), 'dossier', 0)).toBeNull();
  });
});
