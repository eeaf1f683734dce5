/** SQL for texts that list several codes, joined by semicolons. */
export const listOf = (column: string): string =>
  `arrayDistinct(arrayFilter(one -> one != '', arrayMap(one -> trimBoth(one), splitByChar(';', ${column}))))`;

/** True when the list holds a code that is not among the known ones. */
export const holdsUnknown = (column: string, known: readonly string[]): string =>
  `NOT hasAll([${known.map((code) => `'${code}'`).join(', ')}], ${listOf(column)})`;
