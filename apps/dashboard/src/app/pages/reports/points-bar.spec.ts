import { pointsBar } from './points-bar';

describe('the bar of points', () => {
  it('keeps what is known, what is open and what is lost apart', () => {
    // Of 20 points 5 are sure, 10 more are possible, 5 are lost.
    expect(pointsBar({ low: 5, high: 15 }, 20)).toEqual({ sure: 0.25, open: 0.5, lost: 0.25 });
  });

  it('is empty where there are no points to be had', () => {
    expect(pointsBar({ low: 0, high: 0 }, 0)).toEqual({ sure: 0, open: 0, lost: 0 });
  });
});
