import { trendVerdict } from './trend-verdict';

const weeks = (...runs: readonly (readonly [number, number])[]): readonly number[] =>
  runs.flatMap(([count, value]) => Array.from({ length: count }, (_, index) => value + index / 1000));

describe('the trend of a weekly figure', () => {
  it('is a change of level when seven weeks in a row lie beyond the median', () => {
    expect(trendVerdict(weeks([10, 20], [7, 15]), 'down')).toEqual({ kind: 'better', weeks: 7 });
    expect(trendVerdict(weeks([10, 20], [7, 15]), 'up')).toEqual({ kind: 'worse', weeks: 7 });
    expect(trendVerdict(weeks([10, 20], [7, 15]), 'none')).toEqual({ kind: 'moved', weeks: 7 });
  });

  it('is steady when the run is shorter', () => {
    expect(trendVerdict(weeks([11, 20], [6, 15]), 'down').kind).toBe('steady');
  });

  it('says nothing about a short series or about gaps', () => {
    expect(trendVerdict([...weeks([11, 20]), null, null], 'down')).toEqual({ kind: 'short', weeks: 11 });
  });
});
