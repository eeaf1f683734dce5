import { rowWindow } from './row-window';

const viewed = (scrolled: number) => ({ scrolled, height: 400, rowHeight: 40 });

describe('the rows of a long table that are drawn', () => {
  it('are all rows of a short one', () => expect(rowWindow(40, viewed(900))).toEqual({ first: 0, end: 40 }));

  it('are those in view and a few beyond either edge', () => {
    // 10 rows fit; 12 beyond and a step of 6 below.
    expect(rowWindow(1000, viewed(0))).toEqual({ first: 0, end: 28 });
    // 400 rows up: 396 is the step below, 12 before it, 10 + 12 + 6 after it.
    expect(rowWindow(1000, viewed(16_000))).toEqual({ first: 384, end: 424 });
  });

  it('stay the same within a step', () => expect(rowWindow(1000, viewed(16_000))).toEqual(rowWindow(1000, viewed(16_040))));

  it('end with the last row, also where the list became shorter than what was scrolled', () => {
    expect(rowWindow(1000, viewed(39_600))).toEqual({ first: 978, end: 1000 });
    expect(rowWindow(100, viewed(39_600)).end).toBe(100);
    expect(rowWindow(100, viewed(39_600)).first).toBe(78);
  });
});
