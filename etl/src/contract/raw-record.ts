import { mayBePersonal, shapeOf } from '../privacy/personal-shapes';
import type { Column } from './column';

const isHashed = ({ kind }: Column): boolean => kind === 'pseudonym' || kind === 'contact';

/** The texts of a record; a pseudonym stands for a person. */
const textOf = (column: Column): string => `toValidUTF8(toString(${isHashed(column) ? 'told' : 'text'}_${column.name}))`;

/** True when the text was read as a value of its kind, so it names nobody. */
const isRead = (column: Column): string =>
  column.kind === 'code' || column.kind === 'text' ? '0' : isHashed(column) ? '1' : `isNotNull(told_${column.name})`;

/** Stands before a text that was not kept. */
export const WITHHELD = '‹';

/**
 * SQL: the staged record as JSON. A text that could name a person is kept as its shape: a line that lost a comma has a name
 * where a code belongs.
 */
export function rawRecord(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => `'${name}'`).join(', ');
  const texts = columns.map(textOf).join(', ');
  const read = columns.map((column) => `toUInt8(${isRead(column)})`).join(', ');
  const kept = `arrayMap((t, is_read) -> if(is_read OR NOT ${mayBePersonal('t')}, t, concat('${WITHHELD}', ${shapeOf('t')}, '›')), [${texts}], [${read}])`;
  return `toJSONString(CAST(([${names}], ${kept}), 'Map(String, String)'))`;
}
