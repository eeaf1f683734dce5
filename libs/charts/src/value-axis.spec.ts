import { axisAround, axisFromZero, percentOn } from './value-axis';

describe('axisFromZero', () => {
  it('starts at zero and ends at a round value that holds the largest', () => {
    expect(axisFromZero([0.123, 0.341])).toEqual({ min: 0, max: 0.4, ticks: [0, 0.1, 0.2, 0.3, 0.4] });
  });

  it('does not add a step when the largest is round', () => {
    expect(axisFromZero([40])).toEqual({ min: 0, max: 40, ticks: [0, 10, 20, 30, 40] });
  });

  it('is one unit long when every value is zero or unknown', () => {
    expect(axisFromZero([0, null]).max).toBe(0.25);
  });
});

describe('percentOn', () => {
  const axis = { min: 0, max: 40, ticks: [] };

  it('places a value by its share of the axis', () => {
    expect(percentOn(axis, 10)).toBe(25);
  });

  it('keeps what lies beyond an end at the end', () => {
    expect([percentOn(axis, -3), percentOn(axis, 99)]).toEqual([0, 100]);
  });

  it('lies between round numbers around values far from zero: 0.86 to 0.95 in steps of 0.05', () => {
    expect(axisAround([0.86, null, 0.95], 3)).toEqual({ min: 0.85, max: 0.95, ticks: [0.85, 0.9, 0.95] });
  });

  it('begins at zero where there is one value only', () => expect(axisAround([4], 4).min).toBe(0));
});
