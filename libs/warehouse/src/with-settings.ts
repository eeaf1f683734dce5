import { type Sql, sql, trusted } from './sql';

/** Settings of the engine by name. */
export type EngineSettings = Readonly<Record<string, string | number>>;

const valueOf = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/**
 * Gives a statement settings of its own. TRICKY: the embedded engine keeps settings that come beside a statement for all
 * that follow on its connection; written into the statement they end with it.
 */
export function withSettings(statement: Sql, settings: EngineSettings): Sql {
  const pairs = Object.entries(settings).map(([name, value]) => `${name} = ${valueOf(value)}`);
  return pairs.length === 0 ? statement : sql`${statement} SETTINGS ${trusted(pairs.join(', '))}`;
}
