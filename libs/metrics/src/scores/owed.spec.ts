import { owedOf } from './feed-counts';

describe('what a feed owes', () => {
  const days = { unit: '', owed: 3, blank_days: 0, told_days: 20 };

  it('is nothing where nobody judged the feed', () => expect(owedOf(undefined, 100)).toBe(0));
  it('is what was usual less what came', () => expect(owedOf(days, 100)).toBe(3));
  it('is as on other days where nobody knows what is usual: 100 on 20 days make 5 a day', () =>
    expect(owedOf({ ...days, blank_days: 2 }, 100)).toBe(13));
  it('cannot be told where no day told anything', () => expect(owedOf({ ...days, owed: 0, blank_days: 5, told_days: 0 }, 0)).toBe(0));
});
