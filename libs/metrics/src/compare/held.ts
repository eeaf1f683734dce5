import type { TimeRange } from '@evenhand/domain';
import { columnOf } from '../compile/measures';
import type { Part } from '../compile/part';
import { compareTexts } from '../results';
import { dayNumber } from '../sheets/day-number';
import type { HeldCells } from '../sheets/held-cells';
import type { MonthSheet } from '../sheets/month-sheet';
import { CUT, halvesOf } from '../sheets/totals';
import { type CellNumbers, expectedIn } from './expected';
import type { DayScatter, PointCells } from './standing';

/** The numbers of a term by the columns of its sheet; a share has no sums but its hits. */
function columnsOf(part: Part): { readonly n: string; readonly amount: string; readonly squares: readonly [string, string] | null } {
  const [wanted] = part.wanted;
  if (!wanted) throw new Error('A comparison counts exactly one term');
  const column = (name: 'n' | 'hits' | 'sum' | 'squares'): string => columnOf(part, wanted.term, name);
  const isShare = wanted.aggregates.has('hits');
  return { n: column('n'), amount: column(isShare ? 'hits' : 'sum'), squares: isShare ? null : halvesOf(column('squares')) };
}

const whole = (high: Float64Array, low: Float64Array): Float64Array => high.map((value, at) => value * CUT + (low[at] ?? 0));

/** What each point had and what was expected of it, period by period. */
export function expectedOf(part: Part, held: HeldCells, periods: readonly TimeRange[]): PointCells[][] {
  const { n, amount, squares } = columnsOf(part);
  const { pointCodes: points, pointOf, levels } = held.strata;
  return periods.map((period) => {
    const sums = (column: string): Float64Array => held.sumsOf(column, period);
    const amounts = sums(amount);
    const numbers: CellNumbers = {
      n: sums(n),
      amount: amounts,
      squares: squares === null ? amounts : whole(sums(squares[0]), sums(squares[1])),
    };
    return expectedIn({ points, pointOf, levels }, numbers);
  });
}

type Sums = { -readonly [Name in keyof Omit<DayScatter, 'point'>]: number };

/** How the days of each point scatter in one period, from its cells by day. */
export function scatterIn(part: Part, sheets: readonly MonthSheet[], points: readonly string[], { from, to }: TimeRange): DayScatter[] {
  const names = columnsOf(part);
  const found = new Map<number, Sums>();
  for (const { first, end, width, columns } of sheets) {
    const cells = (name: string | undefined): ArrayLike<number> => (name === undefined ? [] : (columns.get(name)?.cells ?? []));
    const [cases, amounts, high, low] = [cells(names.n), cells(names.amount), cells(names.squares?.[0]), cells(names.squares?.[1])];
    for (let day = Math.max(first, dayNumber(from)); day < Math.min(end, dayNumber(to)); day++)
      for (let code = 0; code < width; code++) {
        const cell = (day - first) * width + code;
        const n = cases[cell] ?? 0;
        if (n <= 0) continue;
        const amount = amounts[cell] ?? 0;
        const squares = names.squares === null ? amount : (high[cell] ?? 0) * CUT + (low[cell] ?? 0);
        take(found, code, { n, amount, squares });
      }
  }
  return [...found].map(([code, sums]) => ({ point: points[code] ?? '', ...sums })).sort((a, b) => compareTexts(a.point, b.point));
}

function take(found: Map<number, Sums>, code: number, { n, amount, squares }: Pick<Sums, 'n' | 'amount' | 'squares'>): void {
  const sums = found.get(code) ?? { days: 0, n: 0, amount: 0, squares: 0, amounts: 0, products: 0, sizes: 0 };
  sums.days++;
  sums.n += n;
  sums.amount += amount;
  sums.squares += squares;
  sums.amounts += amount * amount;
  sums.products += amount * n;
  sums.sizes += n * n;
  found.set(code, sums);
}
