import { cellState, gapsFirst } from './feed-cells';

const point = (code: string, complete: number, thin: number, missing: number) => ({
  point: code,
  complete,
  thin,
  missing,
  coverage: null,
  lastCompleteDay: null,
});

describe('a feed at its points', () => {
  it.each([
    [20, 0, 0, 'whole'],
    [19, 1, 0, 'thin'],
    [18, 1, 1, 'silent'],
    [0, 0, 0, 'idle'],
  ])('with %d whole, %d thin and %d silent days is %s', (complete, thin, missing, state) =>
    expect(cellState({ complete, thin, missing })).toBe(state),
  );

  it('lists only points with gaps, the most silent first, then the thinnest, then by code', () =>
    expect(
      gapsFirst([point('C', 5, 1, 0), point('A', 9, 0, 0), point('B', 5, 1, 0), point('D', 0, 0, 4), point('E', 1, 3, 0)]).map(
        ({ point: code }) => code,
      ),
    ).toEqual(['D', 'E', 'B', 'C']));
});
