import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { contributions, whyParts } from './why-parts';

const sure = (value: number) => ({ value, interval: { low: value / 2, high: value * 1.2 } });

describe('what differences between points are made of', () => {
  it('is all chance where points scatter as chance makes them', () => expect(whyParts(1, null)).toEqual({ mix: null, own: 0, chance: 1 }));

  it('of four parts of scatter leaves one to chance', () => expect(whyParts(4, null)).toEqual({ mix: null, own: 0.75, chance: 0.25 }));

  // Real differences beyond the work are 3; with the half that the work explains they were 6: 3 + 3 + 1 of chance.
  it('gives the kind of work its part of the real differences', () =>
    expect(whyParts(4, sure(0.5))).toEqual({ mix: 3 / 7, own: 3 / 7, chance: 1 / 7 }));

  it('does not tell what the kind of work explains while its interval holds nought', () =>
    expect(whyParts(4, { value: 0.1, interval: { low: -0.1, high: 0.3 } })?.mix).toBeNull());

  it('is unknown without a scatter', () => expect(whyParts(NaN, null)).toBeNull());
});

describe('what procedures add to the cases that went wrong', () => {
  const answer: Answer = {
    question: { metrics: ['m'], by: ['procedure'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
    rows: [
      { key: { procedure: 'A' }, values: { m: figure({ n: 80, cases: 5 }) } },
      { key: { procedure: 'B' }, values: { m: figure({ n: 20, cases: 15 }) } },
    ],
  };

  it('is read with its part of all cases, the most first: 15 of 20 wrong, in 20 of 100', () =>
    expect(contributions(answer, 'm', 'down')[0]).toEqual({ procedure: 'B', bad: 15, n: 20, badShare: 0.75, nShare: 0.2 }));

  it('counts the cases that failed where more is better: 75 of 80', () =>
    expect(contributions(answer, 'm', 'up')[0]).toMatchObject({ procedure: 'A', bad: 75, badShare: 75 / 80 }));

  it('is nothing where cases are not counted or none went wrong', () => {
    expect(contributions(null, 'm', 'down')).toEqual([]);
    expect(contributions({ ...answer, rows: [{ key: { procedure: 'A' }, values: { m: figure({ n: 9 }) } }] }, 'm', 'down')).toEqual([]);
    expect(
      contributions({ ...answer, rows: [{ key: { procedure: 'A' }, values: { m: figure({ n: 9, cases: 0 }) } }] }, 'm', 'down'),
    ).toEqual([]);
  });
});
