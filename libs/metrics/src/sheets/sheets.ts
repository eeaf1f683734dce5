import type { CitySettings, TimeRange } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import { Remembered } from '../remembered';
import type { DataState } from '../remembered-rows';
import type { ResultRow } from '../results';
import type { Asked } from '../compile/draft';
import type { Part, Wanted } from '../compile/part';
import type { ToldEntity } from '../facts/fact';
import { type Known, knownAt } from '../facts/known';
import { toldFact } from '../coverage';
import { addedUp, type Adding } from './added-up';
import { coverageInSheets } from './coverage-in-sheets';
import { dayText, type Month, monthOf, monthsIn } from './day-number';
import { FEED_COLUMNS, feedStatement, toldStatement } from './feed-sheets';
import { KeptSheets } from './kept-sheets';
import type { MonthSheet } from './month-sheet';
import { sheetColumns, sheetStatement, totalsOf } from './part-sheets';
import { PointNumbers } from './point-numbers';
import { readRegisters, type Registers } from './registers';
import { silenceInSheets } from './silence-in-sheets';
import { tableVersions } from './table-versions';

type Question = Adding['question'];
type Of = Pick<Asked, 'question' | 'scope'>;
type Run = (statement: Sql) => Promise<readonly ResultRow[]>;

const FIRST_DAY = '1970-01-01';
const ANY_RANGE: TimeRange = { from: FIRST_DAY, to: '1970-02-01' };
const MOST_REGISTERS = 2;

/** What a sheet is read from. */
interface Source {
  readonly columns: readonly string[];
  /** The table whose rows lie by the months of the sheet's days; `null` when they do not. */
  readonly byMonth: string | null;
  readonly statement: (range: TimeRange) => Sql;
}

/**
 * What pages ask, held in memory by day and point for as long as the data stays what it is: how many cases, how many counted,
 * how much in all, and what the feeds told. Sums over days and points then need no engine, however many cases lie behind.
 */
export class Sheets {
  private readonly points = new PointNumbers();
  private readonly kept = new KeptSheets(this.points);
  private readonly registers = new Remembered<Registers>(MOST_REGISTERS);

  constructor(private readonly city: CitySettings) {}

  /** The sheets of a state of the data. What they lack is read by `rows`. */
  at(state: DataState, rows: Run): SheetsOfState {
    const { points, kept, city } = this;
    const known = knownAt(undefined);
    const registers = (): Promise<Registers> =>
      this.registers.get(tableVersions(state).ofTables(['service_point', 'working_day', 'known_until', 'feed_day']), () =>
        readRegisters({ known, city, points, rows }),
      );
    return new SheetsOfState({ state, rows, points, kept, city, known, registers });
  }
}

interface Held {
  readonly state: DataState;
  readonly rows: Run;
  readonly points: PointNumbers;
  readonly kept: KeptSheets;
  readonly city: CitySettings;
  readonly known: Known;
  readonly registers: () => Promise<Registers>;
}

/** Answers from memory for one state of the data. */
export class SheetsOfState {
  constructor(private readonly held: Held) {}

  /** The rows that the statement of a part would give. Only for parts that add up, see `addsUp`. */
  async count(part: Part, { question, scope }: Of): Promise<readonly ResultRow[]> {
    const { city, known, points } = this.held;
    const sourceOf = (wanted: Wanted): Source => ({
      columns: sheetColumns(part, wanted).map(({ name }) => name),
      byMonth: part.fact.table,
      statement: (range) => sheetStatement(part, wanted, { city, known }, range),
    });
    const [{ places }, stacks] = await Promise.all([
      this.held.registers(),
      Promise.all(
        part.wanted.map(async (wanted) => ({ sheets: await this.sheets(sourceOf(wanted), question), totals: totalsOf(part, wanted) })),
      ),
    ]);
    return addedUp(stacks, { question, scope, places, points });
  }

  /** The rows of `coverageOf`. */
  async coverage(entities: readonly ToldEntity[], { question, scope }: Of): Promise<readonly ResultRow[]> {
    const registers = await this.held.registers();
    const feeds = await Promise.all(
      entities.map(async (entity) => {
        const [told, judged] = await Promise.all([this.told(entity, question), this.judged(entity, question, registers)]);
        return { entity, told, judged };
      }),
    );
    return coverageInSheets(feeds, registers, { question, scope });
  }

  /** The rows of `silenceOf`. */
  async silence(entities: readonly ToldEntity[], { question, scope }: Of): Promise<readonly ResultRow[]> {
    const registers = await this.held.registers();
    const judged = await Promise.all(entities.map((entity) => this.judged(entity, question, registers)));
    return entities.flatMap((entity, index) => silenceInSheets(entity, judged[index] ?? [], { question, scope, places: registers.places }));
  }

  private told(entity: ToldEntity, question: Question): Promise<readonly MonthSheet[]> {
    const { known } = this.held;
    const { table } = toldFact(entity).fact;
    return this.sheets({ columns: [], byMonth: table, statement: (range) => toldStatement(entity, known, range) }, question);
  }

  private async judged(entity: ToldEntity, { from, to }: Question, { judged }: Registers): Promise<readonly MonthSheet[]> {
    if (judged === null) return [];
    const [first, end] = [dayText(judged.from), dayText(judged.to)];
    const within = { from: from > first ? from : first, to: to < end ? to : end };
    const statement = (range: TimeRange): Sql => feedStatement(entity, range);
    return this.sheets({ columns: FEED_COLUMNS.map(({ name }) => name), byMonth: null, statement }, within);
  }

  private sheets({ columns, byMonth, statement }: Source, range: TimeRange): Promise<readonly MonthSheet[]> {
    const { state, kept, rows } = this.held;
    const { text, values } = statement(ANY_RANGE).render();
    const versions = tableVersions(state);
    const others = versions.ofText(text, byMonth);
    const versionOf = (month: Month): string => (byMonth === null ? others : `${others} ${versions.ofMonth(byMonth, month)}`);
    const months = byMonth === null ? monthsIn(range) : versions.monthsOf(byMonth).filter((month) => isWithin(month, range));
    return kept.of({ name: `${text} ${JSON.stringify(values)}`, columns, versionOf, read: (asked) => rows(statement(asked)) }, months);
  }
}

// Every month that holds a day of the range.
const isWithin = (month: Month, { from, to }: TimeRange): boolean => month >= monthOf(from) && month <= monthOf(to);
