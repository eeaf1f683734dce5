import { type Dimension, type Filter, type NotePlaceKind, placeText, WHOLE_CITY_NOTED } from '@evenhand/domain';

const KINDS: readonly (readonly [Dimension, NotePlaceKind])[] = [
  ['point', 'point'],
  ['ward', 'unit'],
  ['branch', 'branch'],
];

/** The place whose notes concern what is explored: the narrowest that the filters name alone, else the whole city. */
export function notedPlace(where: readonly Filter[]): string {
  for (const [dimension, kind] of KINDS) {
    const [code, ...others] = where.find((one) => one.dimension === dimension)?.values ?? [];
    if (code !== undefined && code !== '' && others.length === 0) return placeText({ kind, code });
  }
  return placeText(WHOLE_CITY_NOTED);
}
