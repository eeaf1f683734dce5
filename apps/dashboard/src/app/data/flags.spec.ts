import { compared } from '../../testing/comparisons';
import { figure } from '../../testing/figures';
import { bySeverity, flagCounts, flagOf, flagTone, funnelMark, isUncompared } from './flags';

const worse = (point: string, flag: 'look' | 'review', isPersistent = false) => compared({ point, verdict: 'worse', flag, isPersistent });

describe('the flag of a point', () => {
  it('tells what is worth a review from what is worth a look, and only of what is worse', () => {
    expect(flagOf(worse('A', 'review'))).toBe('review');
    expect(flagOf(worse('A', 'look'))).toBe('look');
    expect(flagOf(compared({ verdict: 'better', flag: 'review' }))).toBe('better');
    expect(flagOf(compared({ verdict: 'unknown' }))).toBe('unknown');
  });

  it('has a colour only where something stands out', () => {
    expect(['review', 'look', 'better', 'as_expected', 'unknown', 'higher'].map((flag) => flagTone(flag as 'look'))).toEqual([
      'worse',
      'watch',
      'better',
      'neutral',
      'neutral',
      'neutral',
    ]);
    expect([funnelMark('higher'), funnelMark('as_expected'), funnelMark('look')]).toEqual(['differs', 'usual', 'look']);
  });

  it('is none where nothing can be said', () => {
    expect([isUncompared('unknown'), isUncompared('too_few'), isUncompared('as_expected')]).toEqual([true, true, false]);
  });
});

describe('points by severity', () => {
  const adjusted = (value: number) => ({ value, interval: { low: value, high: value } });

  it('lead with what is to be reviewed, what was so before ahead of the rest', () => {
    const points = [
      compared({ point: 'usual' }),
      compared({ point: 'silent', verdict: 'unknown', value: figure({ value: null }), adjusted: null }),
      worse('look again', 'look', true),
      worse('review', 'review'),
      worse('review again', 'review', true),
      compared({ point: 'better', verdict: 'better', flag: 'review' }),
    ];
    expect(bySeverity(points, 'down').map(({ point }) => point)).toEqual([
      'review again',
      'review',
      'look again',
      'better',
      'usual',
      'silent',
    ]);
  });

  it('of one flag show the worse figure first, whichever way is worse', () => {
    const points = [compared({ point: 'low', adjusted: adjusted(0.1) }), compared({ point: 'high', adjusted: adjusted(0.3) })];
    expect(bySeverity(points, 'down').map(({ point }) => point)).toEqual(['high', 'low']);
    expect(bySeverity(points, 'up').map(({ point }) => point)).toEqual(['low', 'high']);
  });

  it('are counted among those that could be compared', () => {
    const points = [worse('A', 'review', true), worse('B', 'look'), compared(), compared({ verdict: 'too_few' })];
    expect(flagCounts(points)).toEqual({ compared: 3, worse: 2, review: 1, persistent: 1, better: 0 });
  });
});
