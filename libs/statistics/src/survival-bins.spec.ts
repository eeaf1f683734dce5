import { kaplanMeierOfBins, survivalAt } from './survival';
import { shareBeyondOfBins, survivalQuantileOfBins } from './survival-bins';

const edges = [10, 20, 30];
// 10 cases: 4 ended by 10, 2 by 20, then 1 was lost sight of, 2 ended by 30, the last after 45
const lives = { edges, ended: [4, 2, 2, 1], open: [0, 1, 0, 0], largest: 45 };

it('the share beyond an edge is that of the curve: 6/10 after 10, 4/10 after 20, 4/10 · 1/3 after 30', () => {
  expect(shareBeyondOfBins(lives, 10)?.value).toBeCloseTo(0.6, 12);
  expect(shareBeyondOfBins(lives, 20)?.value).toBeCloseTo(0.4, 12);
  expect(shareBeyondOfBins(lives, 30)?.value).toBeCloseTo(0.4 / 3, 12);
  expect(shareBeyondOfBins(lives, 20)?.bounds).toEqual(survivalAt(kaplanMeierOfBins(edges, lives), 20)?.bounds);
});

it('between two edges it falls evenly: half-way from 6/10 to 4/10', () => expect(shareBeyondOfBins(lives, 15)?.value).toBeCloseTo(0.5, 12));

it('is not known where nobody was followed for so long', () => {
  const young = { edges, ended: [1, 0, 0, 0], open: [3, 0, 0, 0], largest: 5 };
  expect(shareBeyondOfBins(young, 20)).toBeNull();
  expect(shareBeyondOfBins(young, 10)?.value).toBe(0.75);
});

it('is not known where there is nobody', () =>
  expect(shareBeyondOfBins({ edges, ended: [0, 0, 0, 0], open: [0, 0, 0, 0], largest: 0 }, 20)).toBeNull());

it('is nothing where everybody had ended before', () =>
  expect(shareBeyondOfBins({ edges, ended: [3, 0, 0, 0], open: [0, 0, 0, 0], largest: 9 }, 20)).toEqual({ value: 0, bounds: null }));

it('the quantile lies evenly inside its bin: the curve is at 5/10 half-way between 10 and 20', () =>
  expect(survivalQuantileOfBins(lives, 0.5)?.value).toBeCloseTo(15, 12));

it('the quantile in the last bin ends with the longest case', () => {
  // the curve falls from 0.4/3 at 30 to 0 at 45 and is at 0.1 a quarter of the way
  expect(survivalQuantileOfBins(lives, 0.9)?.value).toBeCloseTo(33.75, 9);
});

it('a quantile that the curve never reaches is none', () =>
  expect(survivalQuantileOfBins({ edges, ended: [1, 0, 0, 0], open: [0, 3, 0, 0], largest: 9 }, 0.5)).toBeNull());
