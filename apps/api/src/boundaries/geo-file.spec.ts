import { readGeoFile } from './geo-file';

const SQUARE = [[[0, 0], [0, 1], [1, 1], [0, 0]]]; // prettier-ignore
const feature = (changes: object = {}): object => ({
  type: 'Feature',
  properties: { code: '01', name: 'Đống Đa', population: 5 },
  geometry: { type: 'Polygon', coordinates: SQUARE },
  ...changes,
});
const file = (...features: readonly object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

describe('a file of boundaries', () => {
  it('is read to codes, names and polygons, and nothing else of it', () =>
    expect(readGeoFile(file(feature()))).toEqual({ units: [{ code: '01', name: 'Đống Đa', polygons: [SQUARE] }] }));

  it('may name a unit by the id of its feature, also as a number, and draw it in several parts', () => {
    const parts = feature({ id: 7, properties: null, geometry: { type: 'MultiPolygon', coordinates: [SQUARE, SQUARE] } });
    expect(readGeoFile(file(parts))).toEqual({ units: [{ code: '7', name: '', polygons: [SQUARE, SQUARE] }] });
  });

  it.each([
    ['{', 'The file is not JSON.'],
    ['[]', 'The file must be a GeoJSON FeatureCollection with at least one feature.'],
    [file(), 'The file must be a GeoJSON FeatureCollection with at least one feature.'],
    [file(feature({ properties: {} })), 'Feature 1 has no code: write the code of units.csv as property "code".'],
    [file(feature({ geometry: null })), 'Feature 1 "geometry" must be an object with "type" and "coordinates".'],
    [
      file(feature(), feature({ geometry: { type: 'Point', coordinates: [0, 0] } })),
      'Feature 2 (01) is a Point but must be a Polygon or a MultiPolygon.',
    ],
    [
      file(feature({ geometry: { type: 'Polygon', coordinates: [[[588000, 2325000]]] } })),
      'Feature 1 (01), coordinates "[0].[0]" is no longitude and latitude in degrees: save the file in WGS 84.',
    ],
    [file(feature(), feature()), 'Unit "01" is drawn twice; make it one MultiPolygon.'],
  ])('[F1] says in one sentence what is wrong with %s', (text, sentence) => expect(() => readGeoFile(text)).toThrow(sentence));
});
