import { literal, type Sql, sql, trusted } from '../sql';
import { saysSettings } from '../with-settings';
import type { Wall } from './wall';
import { belongs, isOfPoints, LIFTED } from './whose-rows';

const WORD = /[A-Za-z_][A-Za-z0-9_]*/g;
/** Functions that read a table without its filter. */
const AROUND = /\b(merge|mergeTree(?:Index|Projection|TextIndex|AnalyzeIndexes))\s*\(/i;

/** A table or view, as the engine tells of it. */
export interface ToldTable {
  readonly name: string;
  /** Whether one of its columns holds the code of a point. */
  readonly hasPoint: boolean;
  /** What a view reads; empty for a table. */
  readonly reads: string;
}

const text = (of: string): string => literal(of).render().text;
const wordsOf = (of: string): ReadonlySet<string> => new Set(of.match(WORD));

/**
 * A statement within a statement that reads beyond the wall. Only for what is not told as it is, like a mean of the whole city,
 * and for what is joined to own rows alone; a test lists every place that does.
 */
export const beyondWall = (statement: Sql): Sql => sql`SELECT * FROM (${statement}) ${trusted(LIFTED)}`;

/** The tables whose rows are of points, and what of them is read within a wall. */
export class BoundedTables {
  private readonly tables: ReadonlySet<string>;
  private readonly views: readonly { readonly name: string; readonly reads: ReadonlySet<string> }[];

  constructor(
    private readonly database: string,
    told: readonly ToldTable[],
  ) {
    this.tables = new Set(told.filter(({ name, hasPoint, reads }) => reads === '' && isOfPoints(name, hasPoint)).map(({ name }) => name));
    this.views = told.filter(({ reads }) => reads !== '').map(({ name, reads }) => ({ name, reads: wordsOf(reads) }));
  }

  /** The names of these tables. */
  get names(): readonly string[] {
    return [...this.tables];
  }

  /**
   * The statement with a filter for each table that it names, put by the engine under every reading of that table. What it does
   * not name it cannot read; what would read a table without its filter is refused.
   */
  within(statement: Sql, { points }: Wall): Sql {
    const { text: said } = statement.render();
    if (AROUND.test(said)) throw new Error('A statement within a wall reads tables by a function that no filter holds for.');
    const filters = this.namedIn(said).map(
      (table) => `${text(`${this.database}.${table}`)}: ${text(belongs(table, points, this.database))}`,
    );
    if (filters.length === 0) return statement;
    return sql`${statement}${trusted(saysSettings(statement) ? ', ' : ' SETTINGS ')}additional_table_filters = {${trusted(filters.join(', '))}}`;
  }

  private namedIn(said: string): readonly string[] {
    const words = wordsOf(said);
    const read = this.views.filter(({ name }) => words.has(name)).flatMap(({ reads }) => [...reads]);
    return [...new Set([...words, ...read])].filter((word) => this.tables.has(word));
  }
}
