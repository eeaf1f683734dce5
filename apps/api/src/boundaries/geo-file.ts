import type { Boundaries } from '@evenhand/contracts';
import { z } from 'zod';

type Unit = Boundaries['units'][number];

/** A file of boundaries that cannot be drawn; the message says where and what is allowed. */
export class UnreadableBoundaries extends Error {
  override readonly name = 'UnreadableBoundaries';
}

const POLYGONS = ['Polygon', 'MultiPolygon'];

const inDegrees = ([longitude = NaN, latitude = NaN]: readonly number[]): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

const position = z
  .array(z.number('must hold numbers'), 'must be a position')
  .min(2, 'must be a position of longitude and latitude')
  .refine(inDegrees, 'is no longitude and latitude in degrees: save the file in WGS 84');
const ring = z.array(position, 'must be a ring').min(4, 'must be a ring of at least four positions');
const polygon = z.array(ring, 'must be a polygon').min(1, 'must be a polygon with a ring');

const code = z.union([z.string(), z.number()]).transform(String);
const featureSchema = z.object({
  id: code.optional(),
  properties: z.object({ code: code.optional(), name: z.string().optional() }).nullish(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }, 'must be an object with "type" and "coordinates"'),
});
const fileSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });

const wayOf = ({ path }: z.core.$ZodIssue): string => path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('.');

function checked<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const way = issue === undefined ? '' : wayOf(issue);
  throw new UnreadableBoundaries(`${where}${way === '' ? '' : ` "${way}"`} ${issue?.message ?? 'is not allowed'}.`);
}

function polygonsOf({ type, coordinates }: z.infer<typeof featureSchema>['geometry'], where: string): Unit['polygons'] {
  if (!POLYGONS.includes(type)) throw new UnreadableBoundaries(`${where} is a ${type} but must be a Polygon or a MultiPolygon.`);
  return type === 'Polygon'
    ? [checked(polygon, coordinates, `${where}, coordinates`)]
    : checked(z.array(polygon, 'must be a list of polygons').min(1, 'must have a polygon'), coordinates, `${where}, coordinates`);
}

function unitOf(value: unknown, index: number): Unit {
  const feature = checked(featureSchema, value, `Feature ${index + 1}`);
  const own = feature.properties?.code ?? feature.id;
  if (own === undefined || own === '')
    throw new UnreadableBoundaries(`Feature ${index + 1} has no code: write the code of units.csv as property "code".`);
  return {
    code: own,
    name: (feature.properties?.name ?? '').normalize('NFC'),
    polygons: polygonsOf(feature.geometry, `Feature ${index + 1} (${own})`),
  };
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableBoundaries('The file is not JSON.', { cause: error });
  }
}

/**
 * Reads a GeoJSON of units and leaves out all that a map does not draw.
 * @throws {UnreadableBoundaries} with one sentence
 */
export function readGeoFile(text: string): Boundaries {
  const file = fileSchema.safeParse(contentOf(text));
  if (!file.success) throw new UnreadableBoundaries('The file must be a GeoJSON FeatureCollection with at least one feature.');
  const units = file.data.features.map(unitOf);
  const codes = new Set<string>();
  for (const { code: own } of units) {
    if (codes.has(own)) throw new UnreadableBoundaries(`Unit "${own}" is drawn twice; make it one MultiPolygon.`);
    codes.add(own);
  }
  return { units };
}
