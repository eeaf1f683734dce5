import { burnInShift, isOld, waitAfter } from './board-pace';

describe('the pace of a board', () => {
  it('asks every half minute, and after failures sooner: 5, 10, 20, then 30 seconds', () =>
    expect([0, 1, 2, 3, 4, 40].map(waitAfter)).toEqual([30_000, 5_000, 10_000, 20_000, 30_000, 30_000]));

  it('calls a screen old that missed more than two rounds', () => expect([60_000, 91_000].map(isOld)).toEqual([false, true]));

  it('stands elsewhere each minute and comes back', () => {
    expect(new Set([0, 1, 2, 3, 4].map(burnInShift)).size).toBe(5);
    expect(burnInShift(5)).toBe(burnInShift(0));
  });
});
