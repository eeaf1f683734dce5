import { found, type PaletteEntry } from './palette-entries';

const entry = (kind: PaletteEntry['kind'], text: string, note = ''): PaletteEntry => ({ kind, text, note, path: ['/'] });
const ALL = [
  entry('page', 'Hôm nay'),
  entry('point', 'Đống Đa', 'Chi nhánh số 2'),
  entry('point', 'Yên Hoà', 'Chi nhánh số 7'),
  entry('standard', 'Thời gian chờ'),
  entry('metric', 'Tỷ lệ chờ quá lâu'),
];
const names = (typed: string) => found(ALL, typed).map(({ text }) => text);

describe('the search of everything', () => {
  it('finds Đống Đa for "dong da", and Hoà for "hoa"', () => {
    expect(names('dong da')).toEqual(['Đống Đa']);
    expect(names('hoa')).toEqual(['Yên Hoà']);
  });

  it('puts a word of a name ahead of what is only beside it', () => expect(names('cho')).toEqual(['Thời gian chờ', 'Tỷ lệ chờ quá lâu']));

  it('finds by what stands beside the name', () => expect(names('so 7')).toEqual(['Yên Hoà']));

  it('shows the pages while nothing is typed, and nothing for what is nowhere', () => {
    expect(names('  ')).toEqual(['Hôm nay']);
    expect(names('zzz')).toEqual([]);
  });
});
