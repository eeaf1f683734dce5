import { formatAgo } from './ago';

const NOW = Date.parse('2026-03-05T09:09:30Z');

describe('the time since an instant', () => {
  it.each([
    ['2026-03-05T09:04:00Z', '5 phút trước', '5 minutes ago'],
    ['2026-03-05T08:09:30Z', '1 giờ trước', '1 hour ago'],
    ['2026-03-03T09:00:00Z', '2 ngày trước', '2 days ago'],
  ])('%s is told in whole units: %s, %s', (instant, vietnamese, english) => {
    expect([formatAgo(instant, NOW, 'vi'), formatAgo(instant, NOW, 'en')]).toEqual([vietnamese, english]);
  });

  it('is no number within a minute, nor when a clock is ahead', () => {
    expect([formatAgo('2026-03-05T09:09:00Z', NOW, 'en'), formatAgo('2026-03-05T09:10:00Z', NOW, 'en')]).toEqual(['now', 'now']);
  });
});
