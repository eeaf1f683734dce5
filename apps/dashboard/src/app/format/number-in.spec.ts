import { numberIn } from './number-in';

describe('the number in a text', () => {
  it.each([
    ['1.234,5 phút', 1234.5],
    ['15,9 %', 15.9],
    ['−0,7 điểm %', -0.7],
    ['▲ 2,4', 2.4],
    ['28,1–34,3 %', 28.1],
    ['0', 0],
  ])('is read as Vietnamese writes it: %s', (text, number) => expect(numberIn(text, 'vi')).toBe(number));

  it('is read as English writes it', () => {
    expect([numberIn('1,234.5 min', 'en'), numberIn('15.9%', 'en')]).toEqual([1234.5, 15.9]);
  });

  it('is none where nothing is known or a small number is withheld', () => {
    expect([numberIn('–', 'vi'), numberIn('', 'vi'), numberIn('‹5', 'vi')]).toEqual([null, null, null]);
  });
});
