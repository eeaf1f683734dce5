import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glossed, TERMS } from './terms';

const rows = readFileSync(join(__dirname, '../../../../../docs/glossary.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const named = (text: string, language: 'vi' | 'en' = 'vi') =>
  glossed(text, language, 9).flatMap((piece) => (piece.term === null ? [] : [piece.text]));

describe('the words that are explained where they stand', () => {
  it('are called as in the glossary, in both languages', () => {
    const isThere = ({ vi, en }: { vi: string; en: string }): boolean => rows.some(([, first, second]) => first === en && second === vi);
    expect(TERMS.map(({ name }) => name).filter((name) => !isThere(name))).toEqual([]);
  });

  it('are found as whole words, whatever their case', () => {
    expect(named('Độ phủ dữ liệu 92 %; hồ sơ đúng hạn.')).toEqual(['Độ phủ dữ liệu', 'đúng hạn']);
    expect(named('A waiter awaits.', 'en')).toEqual([]);
  });

  it('are marked once, where they come first, and no more than asked for', () => {
    expect(named('Quá hạn, rồi lại quá hạn.')).toEqual(['Quá hạn']);
    expect(glossed('quá hạn, đúng hạn, sắp đến hạn', 'vi', 2).filter(({ term }) => term !== null)).toHaveLength(2);
  });

  it('leave the text as it was', () => {
    const text = '<img src=x> quá hạn và đúng hạn!';
    expect(
      glossed(text, 'vi', 2)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('are in composed form (NFC)', () => expect(JSON.stringify(TERMS)).toBe(JSON.stringify(TERMS).normalize('NFC')));
});
