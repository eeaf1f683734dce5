import type { CitySettings, Question, Scope } from '@evenhand/domain';
import { join, sql, trusted, type Sql } from '@evenhand/warehouse';
import type { Known } from '../facts/known';
import type { RuleContext } from '../registry/definition';
import type { Part } from './part';

/** A statement in the making. Each step of the compiler adds its own and hands on the rest. */
export interface Draft {
  readonly with: readonly Sql[];
  readonly select: readonly Sql[];
  readonly from: Sql;
  readonly where: readonly Sql[];
  readonly keys: readonly Sql[];
  /** The day by which times are cut and the range is kept. */
  readonly day: Sql;
  /** The instant at which stocks are counted. */
  readonly moment: Sql;
}

/** What a step may look at; nothing else decides what it does. */
export interface Asked {
  readonly part: Part;
  readonly question: Question;
  readonly scope: Scope;
  readonly city: CitySettings;
  /** What the question may rest on. */
  readonly known: Known;
}

/** What the rules of a term may depend on. */
export const contextOf = ({ city, known, question: { from, to } }: Asked, { moment }: Draft): RuleContext => ({
  city,
  known,
  moment,
  range: { from, to },
});

export type Step = (draft: Draft, asked: Asked) => Draft;

const clause = (word: string, pieces: readonly Sql[], separator: ', ' | ' AND '): Sql =>
  pieces.length === 0 ? sql`` : sql`${trusted(`\n${word} `)}${join(pieces, separator)}`;

/** The conditions of a draft, as a clause. */
export const whereOf = ({ where }: Draft): Sql => clause('WHERE', where, ' AND ');

/** The names that a draft gives to its expressions, as a clause. */
export const withOf = ({ with: names }: Draft): Sql => (names.length === 0 ? sql`` : sql`WITH ${join(names, ', ')} `);

/** The finished statement of a draft. */
export const statementOf = (draft: Draft): Sql =>
  sql`${withOf(draft)}SELECT ${join(draft.select, ', ')}
FROM ${draft.from}${whereOf(draft)}${clause('GROUP BY', draft.keys, ', ')}${clause('ORDER BY', draft.keys, ', ')}`;
