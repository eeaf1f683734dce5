import { difference766, type Published766 } from './difference-766';

const published = (score: number, met: number | null = null, of: number | null = null): Published766 => ({
  ...{ score, max: 20, met, of },
  publishedOn: '2026-10-05',
});
const sure = (points: number) => ({ points: { low: points, high: points }, given: 0, counted: null });

describe('the portal’s score beside ours', () => {
  it('agrees when it differs by rounding only', () =>
    expect(difference766(sure(19.235), published(19.23))).toEqual({
      verdict: 'agrees',
      points: expect.closeTo(-0.005, 12),
      reasons: [{ id: 'rounding', points: expect.closeTo(0.005, 12) }],
    }));

  it('lies within ours while points depend on what no feed told', () =>
    expect(difference766({ points: { low: 12, high: 18 }, given: 12, counted: null }, published(14))).toEqual({
      verdict: 'within',
      points: 0,
      reasons: [
        { id: 'unknown', points: 6 },
        { id: 'given', points: 12 },
      ],
    }));

  it('is higher or lower than ours by the distance to the nearer bound', () => {
    expect(difference766({ ...sure(0), points: { low: 10, high: 12 } }, published(13))).toMatchObject({ verdict: 'higher', points: 1 });
    expect(difference766({ ...sure(0), points: { low: 10, high: 12 } }, published(9))).toMatchObject({ verdict: 'lower', points: -1 });
  });

  it('names other cases as the reason where the portal counts 402 of 418 and we count 398 of 420', () => {
    const ours = { ...sure((20 * 398) / 420), counted: { met: 398, of: 420 } };
    expect(difference766(ours, published(19.23, 402, 418)).reasons).toEqual([{ id: 'cases', points: null }]);
    expect(difference766({ ...ours, counted: { met: 402, of: 418 } }, published(19.23, 402, 418)).reasons).toEqual([]);
  });
});
