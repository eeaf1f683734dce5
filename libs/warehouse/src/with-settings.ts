import { type Sql, sql, trusted } from './sql';

/** Settings of the engine by name. */
export type EngineSettings = Readonly<Record<string, string | number>>;

const valueOf = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const withSome = new WeakSet<Sql>();

/** Whether a statement ends in settings, so that more of them stand behind a comma. */
export const saysSettings = (statement: Sql): boolean => withSome.has(statement);

/**
 * Gives a statement settings of its own. TRICKY: the embedded engine keeps settings that come beside a statement for all
 * that follow on its connection; written into the statement they end with it.
 */
export function withSettings(statement: Sql, settings: EngineSettings): Sql {
  const pairs = Object.entries(settings).map(([name, value]) => `${name} = ${valueOf(value)}`);
  if (pairs.length === 0) return statement;
  const made = sql`${statement}${trusted(saysSettings(statement) ? ', ' : ' SETTINGS ')}${trusted(pairs.join(', '))}`;
  withSome.add(made);
  return made;
}
