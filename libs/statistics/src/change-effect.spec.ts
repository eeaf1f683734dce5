import fc from 'fast-check';
import { changeEffect } from './change-effect';

describe('what a change did', () => {
  // Means 2 and 6, variances 1 and 4, so an error of √(1/3 + 4/3) = 1.2910 on (5/3)² ÷ ((1/3)²/2 + (4/3)²/2) = 2.9412 degrees.
  it('is the difference of the differences, with Welch’s interval', () => {
    const effect = changeEffect([1, 2, 3], [4, 6, 8]);
    expect(effect?.value).toBe(4);
    expect(effect?.interval.low).toBeCloseTo(-0.1553, 3);
    expect(effect?.interval.high).toBeCloseTo(8.1553, 3);
  });

  it('is not known of a single period on either side', () => {
    expect(changeEffect([1], [4, 6])).toBeNull();
    expect(changeEffect([1, 2], [])).toBeNull();
  });

  it('is the same whatever level both sides share, and turns its sign with them', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: -90, max: 90 }),
        (before, after, level) => {
          const plain = changeEffect(before, after);
          const moved = changeEffect(
            before.map((value) => value + level),
            after.map((value) => value + level),
          );
          const turned = changeEffect(
            before.map((value) => -value),
            after.map((value) => -value),
          );
          expect(moved?.interval.high).toBeCloseTo(plain?.interval.high ?? NaN, 6);
          expect(turned?.interval.low).toBeCloseTo(-(plain?.interval.high ?? NaN), 9);
        },
      ),
    ));
});
