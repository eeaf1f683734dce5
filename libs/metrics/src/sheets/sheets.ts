import { type CitySettings, type Question, type Scope, type TimeRange, wholeCity } from '@evenhand/domain';
import { beyondTheWall, pointsWithin } from '@evenhand/warehouse';
import type { Part } from '../compile/part';
import type { ToldEntity } from '../facts/fact';
import { coverable } from '../coverage';
import { knownAt } from '../facts/known';
import { Remembered } from '../remembered';
import type { DataState } from '../remembered-rows';
import type { Counted } from '../counted';
import type { ResultRow } from '../results';
import { countedPart, pointSheets } from './counted-parts';
import { coverageTold, type Of, ofFeeds, REGISTER_TABLES, silenceRows } from './feeds';
import { type CellSheet, type HeldCells, heldCells } from './held-cells';
import { KeptSheets } from './kept-sheets';
import type { MonthSheet } from './month-sheet';
import { CodeNumbers } from './code-numbers';
import type { Of as OfPart } from './part-sheets';
import { readRegisters, type Registers } from './registers';
import { type Reading, SheetReader } from './sheet-reader';
import { type Across, acrossName, BY_POINT } from './sheet-statement';
import { StratumCodes } from './strata';
import { tableVersions } from './table-versions';

const MOST_REGISTERS = 2;
const MOST_KINDS = 5_000;
/** There are as many as tables and ways to tell their cases apart. */
const MOST_STRATA = 40;
/** Rows of coverage, that of all points for hundreds of ranges. */
const MOST_ROWS = 200_000;
const MOST_ROWS_EACH = 2_000;
const HALF_HOURS = Array.from({ length: 48 }, (_, number) => String(number));

/** Everything that coverage depends on. */
const coverageName = ({ version }: DataState, entities: readonly ToldEntity[], { question: { by, where, from, to }, scope }: Of): string =>
  JSON.stringify([version, entities, coverable(by), ofFeeds(where), from, to, scope.points]);

// Whoever asks first reads for everybody; of what is held each is told what their wall lets through, whatever their scope says.
function handedOut<Asked extends { readonly scope: Scope }, Rows>(of: Asked, tell: (seen: Asked) => Rows): Rows {
  const seen = { ...of, scope: { ...of.scope, points: pointsWithin(of.scope.points) } };
  return beyondTheWall('held for all', () => tell(seen));
}

/** Whether whoever asks may be handed numbers of every point. */
const isWholeCity = (): boolean => pointsWithin('all') === 'all';

/** Sheets by point and day, and the codes of the points. */
export interface PointDays {
  readonly points: readonly string[];
  readonly sheets: readonly MonthSheet[];
}

/** What is held in memory, for one state of the data. */
export interface SheetsOfState {
  /** What the statement of a part would give; `null` where the engine must count. */
  count(part: Part, of: OfPart): Promise<Counted> | null;
  /** The cells of a range, of every point, where they are held already; `null` where the engine must count, and within a wall. */
  cells(sheet: CellSheet, range: TimeRange): Promise<HeldCells | null>;
  /** What a part of one term comes to by day, at every point; `null` where the engine must count, and within a wall. */
  days(part: Part, range: TimeRange): Promise<PointDays | null>;
  /** What `coverageOf` would give. */
  coverage(entities: readonly ToldEntity[], of: Of): Promise<Counted>;
  /** The rows of `silenceOf`. */
  silence(entities: readonly ToldEntity[], of: Of): Promise<readonly ResultRow[]>;
}

/**
 * What pages ask, held in memory by day and point for as long as the data stays what it is: how many cases, how many counted,
 * how much in all, and what the feeds told. Sums over days and points then need no engine, however many cases lie behind.
 */
export class Sheets {
  private readonly points = new CodeNumbers();
  private readonly codes = new Map([[acrossName(BY_POINT), this.points]]);
  /** Cells of one table that are told apart by the same have the same codes. */
  private readonly strata = new Map<string, StratumCodes>();
  private readonly kept = new KeptSheets();
  private readonly texts = new Map<string, string>();
  private readonly coverages = new Remembered<Counted>({
    most: MOST_ROWS,
    mostEach: MOST_ROWS_EACH,
    weightOf: ({ keys }) => 1 + keys.size,
  });
  private readonly registers = new Remembered<Registers>({ most: MOST_REGISTERS });

  constructor(private readonly city: CitySettings) {}

  /** The sheets of a state of the data. What they lack is read by `rows`. */
  at(state: DataState, rows: Reading['rows']): SheetsOfState {
    const { points, kept, city, texts } = this;
    const known = knownAt(undefined);
    const registers = (): Promise<Registers> =>
      this.registers.get(tableVersions(state).ofTables(REGISTER_TABLES), () => readRegisters({ known, city, points, rows }));
    const reader = new SheetReader({ state, rows, points, codesOf: (across) => this.codesOf(across), kept, city, known, registers, texts });
    return {
      count: (part, of) => handedOut(of, (seen) => countedPart(reader, part, seen)),
      cells: async (sheet, range) => {
        const codes = isWholeCity() ? this.strataOf(sheet) : null;
        return codes && beyondTheWall('held for all', () => heldCells(reader, sheet, codes, range));
      },
      days: async (part, range) => {
        if (!isWholeCity()) return null;
        const question: Question = { metrics: [], by: ['point', 'day'], ...range, where: [], exact: false };
        const of = { question, scope: wholeCity, holdsEach: false };
        const sheets = await beyondTheWall('held for all', () => pointSheets(reader, part, of));
        return sheets && { points: points.all(), sheets };
      },
      // The questions of a page look at the same days of the same feeds.
      coverage: (entities, of) =>
        handedOut(of, (seen) => this.coverages.get(coverageName(state, entities, seen), () => coverageTold(reader, entities, seen))),
      silence: (entities, of) => handedOut(of, (seen) => silenceRows(reader, entities, seen)),
    };
  }

  /** Reads one piece ahead of what is asked of a state of the data; false where nothing is left to read. */
  readAhead({ version }: DataState): Promise<boolean> {
    return this.kept.readAhead(version);
  }

  private codesOf(across: Across): CodeNumbers | null {
    const name = acrossName(across);
    const known = this.codes.get(name);
    if (known) return known;
    // Whoever asks names points as they like.
    if (this.codes.size >= MOST_KINDS) return null;
    const codes = new CodeNumbers(across.dimensions.join() === 'half_hour' ? HALF_HOURS : []);
    this.codes.set(name, codes);
    return codes;
  }

  private strataOf({ kinds }: CellSheet): StratumCodes | null {
    const known = this.strata.get(kinds);
    if (known || this.strata.size >= MOST_STRATA) return known ?? null;
    const codes = new StratumCodes();
    this.strata.set(kinds, codes);
    return codes;
  }
}
