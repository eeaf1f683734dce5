import { isStatedItem, isStatedWhole } from './score';

describe('a stated figure', () => {
  it.each(['index-766/1.1', 'index-766/3.5a', 'index-766/4.certified', 'quarterly/9', 'quarterly/4/self'])('may be about %s', (item) =>
    expect(isStatedItem(item)).toBe(true),
  );
  it.each(['', 'index-766/', 'index-766/1', 'quarterly/10', 'quarterly/0', 'quarterly/4/other'])('is not about "%s"', (item) =>
    expect(isStatedItem(item)).toBe(false),
  );

  it('says so many of so many for an indicator, and points alone for a criterion', () => {
    const nothing = { met: null, of: null, points: null };
    expect(isStatedWhole({ ...nothing, item: 'index-766/1.1', met: 3, of: 4 })).toBe(true);
    expect(isStatedWhole({ ...nothing, item: 'index-766/1.1', met: 5, of: 4 })).toBe(false);
    expect(isStatedWhole({ ...nothing, item: 'index-766/1.1', met: 3, of: 4, points: 2 })).toBe(false);
    expect(isStatedWhole({ ...nothing, item: 'quarterly/4', points: 2 })).toBe(true);
    expect(isStatedWhole({ ...nothing, item: 'quarterly/4', points: 2, of: 4 })).toBe(false);
  });
});
