/** Pieces of SQL about time that several contracts say. The zone is a literal, so that a day is cut the same way for ever. */
export const dayOf = (instant: string) => (zone: string) => `toDate(${instant}, '${zone}')`;

/** As {@link dayOf} for an instant that may be unknown. */
export const dayOfOptional = (instant: string) => (zone: string) =>
  `if(isNull(${instant}), NULL, toDate(assumeNotNull(${instant}), '${zone}'))`;

/** Milliseconds from one instant to another; unknown when either is. */
export const msBetween = (from: string, to: string): string => `toUnixTimestamp64Milli(${to}) - toUnixTimestamp64Milli(${from})`;
