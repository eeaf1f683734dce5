import { isStale } from './staleness';

const FRIDAY_EVENING = '2026-10-30T10:00:00Z';
const feed = { latestAt: FRIDAY_EVENING, expectedEveryHours: 24, closedDays: 0 };

describe('a feed', () => {
  it('is stale when it has been silent for longer than agreed', () => {
    expect(isStale(feed, new Date('2026-10-31T10:00:00Z'))).toBe(false);
    expect(isStale(feed, new Date('2026-10-31T10:00:01Z'))).toBe(true);
  });

  it('is not stale on Monday because nobody worked on Saturday and Sunday', () => {
    expect(isStale({ ...feed, closedDays: 2 }, new Date('2026-11-02T09:00:00Z'))).toBe(false);
  });

  it('is never stale when nothing was agreed', () => {
    expect(isStale({ ...feed, expectedEveryHours: null }, new Date('2030-01-01T00:00:00Z'))).toBe(false);
  });
});
