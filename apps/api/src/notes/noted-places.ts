import { type NotePlace, type PlacedPoint, placeText, pointsOfPlace, type Scope, widerPlaces } from '@evenhand/domain';

/** What notes concern somebody who sees these points. */
export interface Sight {
  /** Every point there is. */
  readonly points: readonly PlacedPoint[];
  readonly scope: Scope;
}

const single = (places: readonly string[]): readonly string[] => [...new Set(places)];

/** The places whose notes somebody finds: those of each point that they see, and the wider ones it lies in. */
export function seenPlaces({ points, scope }: Sight): 'all' | readonly string[] {
  const { points: seen } = scope;
  if (seen === 'all') return 'all';
  return single(seen.flatMap((code) => widerPlaces({ kind: 'point', code }, points).map(placeText)));
}

/** Whether there is a place, as far as somebody may know. */
export function isKnownPlace(place: NotePlace, sight: Sight): boolean {
  const seen = seenPlaces(sight);
  if (seen !== 'all') return seen.includes(placeText(place));
  return place.kind === 'city' || pointsOfPlace(place, sight.points).length > 0;
}

/** Whether somebody answers for the whole of a place: only then they may write notes of it. */
export function isWhollySeen(place: NotePlace, { points, scope }: Sight): boolean {
  const { points: seen } = scope;
  if (seen === 'all') return true;
  const own = pointsOfPlace(place, points);
  return place.kind !== 'city' && own.length > 0 && own.every(({ code }) => seen.includes(code));
}
