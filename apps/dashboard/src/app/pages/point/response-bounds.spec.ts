import { responseBounds } from './response-bounds';

describe('responseBounds', () => {
  it('reaches from 5 to 95 when half of a tenth who answered are satisfied', () => {
    // 100 served, 10 answer, 5 satisfied: 5 for sure, 95 at most.
    expect(responseBounds(0.5, 0.1)).toEqual({ low: 0.05, high: 0.95 });
  });

  it('is the rate itself when everybody answers', () => {
    expect(responseBounds(0.8, 1)).toEqual({ low: 0.8, high: 0.8 });
  });

  it('takes several ratings of one person as one answer of everybody', () => {
    expect(responseBounds(0.8, 1.3)).toEqual({ low: 0.8, high: 0.8 });
  });
});
