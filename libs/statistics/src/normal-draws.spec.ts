import { normalsFrom, normalsOf } from './normal-draws';
import { randomFrom } from './random';

describe('normal draws', () => {
  it('have mean 0, variance 1, and 95 % of them within 1.96', () => {
    const draw = normalsFrom(randomFrom(3));
    const values = Array.from({ length: 40_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(values.reduce((sum, value) => sum + value * value, 0) / values.length).toBeCloseTo(1, 1);
    expect(values.filter((value) => Math.abs(value) < 1.959964).length / values.length).toBeCloseTo(0.95, 2);
  });

  it('come again from their seed', () => {
    const [one, other] = [normalsFrom(randomFrom(9)), normalsFrom(randomFrom(9))];
    expect([one(), one(), one()]).toEqual([other(), other(), other()]);
  });

  it('as a list are the same draws, each time', () => {
    const normal = normalsFrom(randomFrom(5));
    const plain = Array.from({ length: 7 }, () => normal());
    expect([...normalsOf(5, 7)]).toEqual(plain);
    expect([...normalsOf(5, 7)]).toEqual(plain);
    expect([...normalsOf(6, 7)]).not.toEqual(plain);
  });
});
