import { csvLine, inert } from './csv';

describe('a cell of a CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    '|calc',
    '=cmd|"/c calc"!A1',
  ])('[X1] shows %j as text', (formula) => expect(inert(formula)).toBe(`'${formula}`));

  it.each(['00340', 'Đống Đa', "O'Brien", 'a=b', '12-13', ''])('leaves %j as it is', (plain) => expect(inert(plain)).toBe(plain));

  it('[X1] leaves negative numbers numbers and makes text that looks like one inert', () => {
    expect(csvLine([-1.5, '-1.5', 0, null])).toBe("-1.5,'-1.5,0,\r\n");
  });

  it('quotes commas, quotes and line ends as RFC 4180 has it', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\r\nlines', 'plain'])).toBe('"a,b","say ""no""","two\r\nlines",plain\r\n');
  });
});
