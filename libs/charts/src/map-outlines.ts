/** A ring of positions: longitude and latitude in degrees. */
export type Ring = readonly (readonly number[])[];

/** A unit as it lies: its polygons, each of rings, the outer one first. */
export interface OutlinedUnit {
  readonly code: string;
  readonly polygons: readonly (readonly Ring[])[];
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Fewer small units than this are legible where they lie. */
const LEAST_SMALL = 5;
/** A unit is small below this part of the median area. */
const SMALL = 1 / 3;
/** An inset that is not much closer shows nothing more. */
const LEAST_ZOOM = 2;

const outerRings = ({ polygons }: OutlinedUnit): readonly Ring[] => polygons.flatMap(([outer]) => (outer ? [outer] : []));

const ringArea = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

const areaOf = (unit: OutlinedUnit): number => outerRings(unit).reduce((sum, ring) => sum + ringArea(ring), 0);

function boxOf(units: readonly OutlinedUnit[]): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [x = 0, y = 0] of units.flatMap(outerRings).flat()) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south && inner.north <= outer.north;

const longSide = ({ west, east, south, north }: Box): number => Math.max(east - west, north - south);

/** The dense middle, worth drawing larger beside the map: the small units with all that lies among them; empty where nothing is small. */
export function denseUnits<T extends OutlinedUnit>(units: readonly T[]): readonly T[] {
  const areas = units.map(areaOf);
  const median = areas.toSorted((a, b) => a - b)[Math.floor(areas.length / 2)] ?? 0;
  const small = units.filter((_, index) => (areas[index] ?? 0) < median * SMALL);
  if (small.length < LEAST_SMALL) return [];
  const box = boxOf(small);
  return longSide(boxOf(units)) / longSide(box) < LEAST_ZOOM ? [] : units.filter((unit) => isWithin(boxOf([unit]), box));
}

/** How much narrower a degree of longitude is than one of latitude where the units lie. */
export function aspectOf(units: readonly OutlinedUnit[]): number {
  const { south, north } = boxOf(units);
  return Math.cos((((south + north) / 2) * Math.PI) / 180);
}

/** How high the units are for their width, as they are drawn. */
export function heightForWidth(units: readonly OutlinedUnit[]): number {
  const { west, east, south, north } = boxOf(units);
  return (north - south) / ((east - west) * aspectOf(units));
}

/** What the engine reads boundaries from. */
export interface MapFile {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: { readonly name: string };
    readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: OutlinedUnit['polygons'] };
  }[];
}

/** Boundaries as the engine reads them; units go by their codes, since two may share a name. */
export const mapFileOf = (units: readonly OutlinedUnit[]): MapFile => ({
  type: 'FeatureCollection',
  features: units.map(({ code, polygons }) => ({
    type: 'Feature',
    properties: { name: code },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  })),
});
