import { isWaitBinEdge, WAIT_BIN_EDGES, WAIT_BINS } from './wait-bins';

it('has 39 bins: to 20 by one minute, to 40 by two, to 60 by five, to 120 by fifteen, the rest', () => {
  expect(WAIT_BINS).toBe(39);
  expect([WAIT_BIN_EDGES[0], WAIT_BIN_EDGES[19], WAIT_BIN_EDGES[29], WAIT_BIN_EDGES[33], WAIT_BIN_EDGES[37]]).toEqual([1, 20, 40, 60, 120]);
  expect(isWaitBinEdge(20)).toBe(true);
  expect(isWaitBinEdge(21)).toBe(false);
});
