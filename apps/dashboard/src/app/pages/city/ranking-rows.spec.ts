import { compared } from '../../../testing/comparisons';
import { figure } from '../../../testing/figures';
import { lopsided, markOf, placesOf, reachOf } from './ranking-rows';

const lived = figure({ value: 0.3, interval: { low: 0.28, high: 0.32 } });

describe('a row of the ranking', () => {
  it('draws what the point would have with the work of the city, and hollow what people lived', () =>
    expect(markOf({ figure: lived, compared: compared() })).toEqual({ value: 0.16, low: 0.14, high: 0.18, raw: 0.3 }));

  it('draws what people lived alone where nothing is adjusted', () => {
    expect(markOf({ figure: lived, compared: compared({ adjusted: null }) })).toEqual({ value: 0.3, low: 0.28, high: 0.32 });
    expect(markOf({ figure: undefined, compared: null })).toEqual({ value: null, low: null, high: null });
  });

  it('reaches as far as its hollow dot', () => {
    expect(reachOf({ figure: lived, compared: compared() })).toBe(0.3);
    expect(reachOf({ figure: undefined, compared: null })).toBeNull();
  });

  it('gives one place only where no interval overlaps', () => {
    expect(placesOf({ best: 118, worst: 123 })).toBe('118–123');
    expect(placesOf({ best: 1, worst: 1 })).toBe('1');
    expect(placesOf(null)).toBeNull();
  });
});

describe('a city whose level a few points make', () => {
  const at = (value: number, isWorse = false) => ({ figure: figure({ value }), isWorse });

  it('is named with the level of the middle point: 10 % while the city has 16 %', () =>
    expect(lopsided([at(0.1), at(0.1), at(0.4, true)], 0.16, 'down')).toEqual({ worse: 1, median: 0.1 }));

  it('is not named where the middle point is about at the level of the city', () => {
    expect(lopsided([at(0.15), at(0.16), at(0.2, true)], 0.16, 'down')).toBeNull();
    expect(lopsided([at(0.1), at(0.1)], 0.16, 'down')).toBeNull();
  });
});
