import { readRegisterFile, registerFile } from './register-files';

const FILE = `unit,from,to,item,met,of,points,basis
00340,2026-07-01,2026-10-01,index-766/1.1,18,20,,Báo cáo số 12
,2026-07-01,2026-10-01,quarterly/4,,,2,Biên bản số 7
`;

describe('a file of figures that somebody states', () => {
  it('is read and written without a change', () => {
    const { contents, problems } = readRegisterFile('stated_figures', FILE);
    expect(problems).toEqual([]);
    expect(contents).toEqual([
      {
        ...{ unitCode: '00340', periodFrom: '2026-07-01', periodTo: '2026-10-01', item: 'index-766/1.1' },
        ...{ met: 18, of: 20, points: null, basis: 'Báo cáo số 12' },
      },
      {
        ...{ unitCode: null, periodFrom: '2026-07-01', periodTo: '2026-10-01', item: 'quarterly/4' },
        ...{ met: null, of: null, points: 2, basis: 'Biên bản số 7' },
      },
    ]);
    expect(registerFile('stated_figures', contents)).toBe(FILE);
  });

  it.each([
    ['00340,2026-07-01,2026-10-01,index-766/1.1,21,20,,', 'needs "met" and "of", met at most of'],
    ['00340,2026-07-01,2026-10-01,quarterly/10,,,2,', '"item" is "quarterly/10" but must be an indicator such as index-766/1.1'],
    ['00340,2026-07-01,2026-10-01,quarterly/4,,,3,', '"points" is "3" but must be 0, 1 or 2, or empty'],
    ['00340,2026-10-01,2026-07-01,quarterly/4,,,2,', '"to" is "2026-07-01" but must be later than "from"'],
  ])('says what is wrong with %s', (line, message) => {
    const { problems } = readRegisterFile('stated_figures', `unit,from,to,item,met,of,points,basis\n${line}\n`);
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});
