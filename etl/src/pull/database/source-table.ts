import type { EntityName } from '../../contract/entity-contract';
import { named, SourceProblem } from '../../source/source-problem';
import type { DatabaseSettings } from '../database-settings';
import type { DatabaseLink } from './database-link';
import type { InstantKind, SourceColumn } from './dialect';

/** A table as it stands in the source, with the columns that are read. */
export interface SourceTable {
  readonly entity: EntityName;
  readonly place: string;
  readonly columns: readonly SourceColumn[];
  /** The column that says when a row last changed, quoted. */
  readonly watermark: string;
  readonly watermarkName: string;
  readonly kind: InstantKind;
}

type TableSettings = NonNullable<DatabaseSettings['tables'][EntityName]>;

/** Looks at a table of the source. @throws {SourceProblem} when it lacks what source.yml names */
export async function lookAtTable(
  link: DatabaseLink,
  schema: string,
  [entity, settings]: readonly [EntityName, TableSettings],
): Promise<SourceTable> {
  const { dialect } = link;
  const at = { schema, table: settings.table };
  const there = await link.rows<SourceColumn>(dialect.columnsOf(at));
  if (there.length === 0)
    throw new SourceProblem(`${link.place} shows its user no table ${settings.table}, which from.tables.${entity} names.`);
  const wanted = [...new Set([...settings.columns, settings.watermark])];
  const columns = wanted.map((name) => {
    const column = there.find((one) => one.name === name);
    if (!column)
      throw new SourceProblem(
        `The table ${settings.table} of ${link.place} has no column "${name}". It has: ${named(there.map((one) => one.name))}.`,
      );
    return column;
  });
  const type = columns.find(({ name }) => name === settings.watermark)?.type ?? '';
  const kind = dialect.instantKind(type);
  if (kind === undefined)
    throw new SourceProblem(
      `The column "${settings.watermark}" of the table ${settings.table} is of the type ${type}; a watermark must be the instant when a row last changed: timestamp, timestamptz or datetime.`,
    );
  return {
    entity,
    place: dialect.place(at),
    columns,
    watermark: dialect.quoted(settings.watermark),
    watermarkName: settings.watermark,
    kind,
  };
}
