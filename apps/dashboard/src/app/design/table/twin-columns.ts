import type { Language } from '@evenhand/domain';
import { numberIn } from '../../format/number-in';
import type { TableTwin } from '../twin-table';
import type { TableColumn } from './table-column';

/** A row of a twin with its place in the drawing. */
export interface TwinLine {
  readonly place: number;
  readonly texts: readonly string[];
}

const [SIGN, FIRST_SIGN, EDGES, LEAST, MOST] = [7, 8.2, 26, 76, 240];
const NOTHING = ['', '–'];

/** The rows of a twin as lines that know their place. */
export const twinLines = ({ rows }: TableTwin): readonly TwinLine[] => rows.map((texts, place) => ({ place, texts }));

/** The columns of a twin: figures sort by their number, names by name, days and hours as the drawing has them. */
export function twinColumns({ columns, rows }: TableTwin, language: Language): readonly TableColumn<TwinLine>[] {
  return columns.map(({ text, isNumber = false }, index) => {
    const told = rows.map((row) => row[index] ?? '');
    const known = told.filter((one) => !NOTHING.includes(one));
    const isInOrder = !isNumber && known.every((one) => /\d/.test(one));
    const longest = Math.max(0, ...told.map(({ length }) => length));
    const order = ({ place, texts }: TwinLine): string | number | null => {
      const said = texts[index] ?? '';
      if (NOTHING.includes(said)) return null;
      return isInOrder ? place : isNumber ? numberIn(said, language) : said;
    };
    return {
      ...{ id: String(index), text, isNumber, isLargestFirst: isNumber, order },
      width: Math.min(MOST, Math.max(LEAST, longest * (index === 0 ? FIRST_SIGN : SIGN) + EDGES)),
      cell: ({ texts }) => ({ text: texts[index] ?? '', title: texts[index] ?? '', look: texts[index] === '–' ? 'none' : 'plain' }),
    };
  });
}
