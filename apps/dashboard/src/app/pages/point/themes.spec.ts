import { isClearlyBelow } from './themes';

it('is below the city only where the whole interval is', () => {
  expect(isClearlyBelow({ interval: { low: 60, high: 70 } }, 71)).toBe(true);
  expect(isClearlyBelow({ interval: { low: 60, high: 72 } }, 71)).toBe(false);
  expect([isClearlyBelow({ interval: null }, 71), isClearlyBelow({ interval: { low: 1, high: 2 } }, null)]).toEqual([false, false]);
});
