import { runsOf, sparklinePaths } from './sparkline-geometry';

const frame = { width: 103, height: 20, padding: 0, standard: null, isLastPartial: false };

describe('sparklinePaths', () => {
  it('draws the highest value at the top and the lowest at the bottom', () => {
    expect(sparklinePaths([1, 3, 2], frame).runs).toEqual(['M1.5,20.0L51.5,0.0L101.5,10.0']);
  });

  it('leaves a gap where nothing is known', () => {
    expect(sparklinePaths([0, 1, null, 1, 0], frame).runs).toHaveLength(2);
  });

  it('shows a bucket between two gaps as a short dash', () => {
    expect(sparklinePaths([null, 5, null], frame).runs).toEqual(['M50.0,10.0L53.0,10.0']);
  });

  it('keeps the standard inside the drawing even when every value is above it', () => {
    expect(sparklinePaths([8, 9, 10], { ...frame, standard: 5 }).standardY).toBe(20);
  });

  it('draws a bucket that is still filling apart from the line', () => {
    const { runs, partial } = sparklinePaths([0, 10, 5], { ...frame, isLastPartial: true });
    expect(runs).toEqual(['M1.5,20.0L51.5,0.0']);
    expect(partial).toBe('M51.5,0.0L101.5,10.0');
  });

  it('draws a level series in the middle', () => {
    expect(sparklinePaths([4, 4], frame).runs).toEqual(['M1.5,10.0L101.5,10.0']);
  });

  it('draws nothing for a series of which nothing is known', () => {
    expect(sparklinePaths([null, null], frame)).toEqual({ runs: [], partial: null, standardY: null, dots: [null, null] });
  });
});

describe('runsOf', () => {
  it('splits at every gap and drops empty runs', () => {
    expect(runsOf([null, 1, 2, null, null, 3])).toEqual([[1, 2], [3]]);
  });
});
