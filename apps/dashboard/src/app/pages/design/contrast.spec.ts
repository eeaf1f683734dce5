import { contrast } from './contrast';

it('is 21 for black on white, 1 for a colour on itself, whichever comes first', () => {
  expect(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(21, 5);
  expect(contrast('rgb(255 255 255)', 'rgb(0 0 0)')).toBeCloseTo(21, 5);
  expect(contrast('rgb(14, 74, 90)', 'rgb(14, 74, 90)')).toBe(1);
});

it('is 4.54 for #767676 on white, the lightest grey that text may have', () =>
  expect(contrast('rgb(118, 118, 118)', 'rgb(255, 255, 255)')).toBeCloseTo(4.54, 2));
