import { readVisit, visitAt } from './last-visit';

describe('the visit before this one', () => {
  const seen = { seenAt: '2026-10-30T02:00:00.000Z', previous: '2026-10-29T02:00:00.000Z' };

  it('is none on the first visit', () =>
    expect(visitAt(null, '2026-10-31T02:00:00.000Z')).toEqual({ seenAt: '2026-10-31T02:00:00.000Z', previous: null }));

  it('is the last sign of life when the reader was away for more than half an hour', () =>
    expect(visitAt(seen, '2026-10-31T02:00:00.000Z').previous).toBe('2026-10-30T02:00:00.000Z'));

  it('stays while the reader only reloads', () =>
    expect(visitAt(seen, '2026-10-30T02:20:00.000Z').previous).toBe('2026-10-29T02:00:00.000Z'));

  it('is read back as it was written, and forgotten when it is no visit', () => {
    expect(readVisit(JSON.stringify(seen))).toEqual(seen);
    expect(['null', '{', '{"seenAt":"yesterday"}', '5', null].map(readVisit)).toEqual([null, null, null, null, null]);
  });
});
