import { inNumber } from './plural-texts';

describe('words that follow a number', () => {
  it('stand in the singular after a one alone', () => {
    expect(inNumber('1 [point needs|points need] 2 more [person|people].')).toBe('1 point needs 2 more people.');
    expect(inNumber('1,001 [point|points], 0 [point|points], 11 [point|points]')).toBe('1,001 points, 0 points, 11 points');
  });

  it('follow the number nearest before them', () => {
    expect(inNumber('2 of 1 [point is|points are] open')).toBe('2 of 1 point is open');
  });

  it('leave other brackets alone', () => expect(inNumber('counts [low, high] of a | b')).toBe('counts [low, high] of a | b'));
});
