/** What a dated note is about: the whole city, a branch, a unit (ward or commune), or one service point. */
export const NOTE_PLACE_KINDS = ['city', 'branch', 'unit', 'point'] as const;
export type NotePlaceKind = (typeof NOTE_PLACE_KINDS)[number];

/** A place that a note can be about; the whole city has no code. */
export interface NotePlace {
  readonly kind: NotePlaceKind;
  readonly code: string;
}

/** The longest text of a note, in characters. */
export const LONGEST_NOTE = 500;

/** The longest stretch that one note is about, in days. */
export const LONGEST_NOTED = 366;

export const WHOLE_CITY_NOTED: NotePlace = { kind: 'city', code: '' };

/** A place as one word: `city`, `branch:B1`, `unit:00004`, `point:P1`. */
export const placeText = ({ kind, code }: NotePlace): string => (kind === 'city' ? kind : `${kind}:${code}`);

/** Reads what {@link placeText} writes; `null` for anything else. */
export function placeIn(text: string): NotePlace | null {
  if (text === 'city') return WHOLE_CITY_NOTED;
  const at = text.indexOf(':');
  const kind = NOTE_PLACE_KINDS.find((one) => one !== 'city' && one === text.slice(0, at));
  const code = text.slice(at + 1);
  return kind === undefined || at < 0 || code === '' ? null : { kind, code };
}

/** Where a service point lies. */
export interface PlacedPoint {
  readonly code: string;
  readonly wardCode: string | null;
  readonly branchCode: string | null;
}

/** The points that a note about a place is about. */
export function pointsOfPlace<Point extends PlacedPoint>({ kind, code }: NotePlace, points: readonly Point[]): readonly Point[] {
  if (kind === 'city') return points;
  const part = { branch: 'branchCode', unit: 'wardCode', point: 'code' } as const;
  return points.filter((point) => point[part[kind]] === code);
}

const single = (codes: readonly (string | null)[]): readonly string[] => [...new Set(codes.filter((code) => code !== null))].sort();

/** A place and the wider ones it lies in: what is noted of any of them concerns it. */
export function widerPlaces(place: NotePlace, points: readonly PlacedPoint[]): readonly NotePlace[] {
  if (place.kind === 'city') return [place];
  const own = pointsOfPlace(place, points);
  const units: readonly NotePlace[] =
    place.kind === 'point' ? single(own.map(({ wardCode }) => wardCode)).map((code) => ({ kind: 'unit', code })) : [];
  const branches: readonly NotePlace[] =
    place.kind === 'branch' ? [] : single(own.map(({ branchCode }) => branchCode)).map((code) => ({ kind: 'branch', code }));
  return [place, ...units, ...branches, WHOLE_CITY_NOTED];
}
