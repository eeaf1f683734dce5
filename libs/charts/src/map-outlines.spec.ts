import { aspectOf, denseUnits, heightForWidth, mapFileOf, type OutlinedUnit } from './map-outlines';

const square = (code: string, west: number, south: number, side: number): OutlinedUnit => {
  const [east, north] = [west + side, south + side];
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  return { code, polygons: [[ring]] };
};
/** Six large squares round five small ones. */
const LARGE = [0, 1, 2].flatMap((x) => [square(`L${x}a`, x * 10, 0, 10), square(`L${x}b`, x * 10, 20, 10)]);
const SMALL = [10, 12, 14, 16, 18].map((x) => square(`S${x}`, x, 10, 2));

describe('boundaries as they are drawn', () => {
  it('find the dense middle: the small units and what lies among them', () =>
    expect(denseUnits([...LARGE, ...SMALL, square('M', 10, 10, 1)]).map(({ code }) => code)).toEqual([
      'S10',
      'S12',
      'S14',
      'S16',
      'S18',
      'M',
    ]));

  it('have no dense middle where units are alike, or only few are small', () => {
    expect(denseUnits(LARGE)).toEqual([]);
    expect(denseUnits([...LARGE, ...SMALL.slice(0, 4)])).toEqual([]);
  });

  it('narrow a degree of longitude to the north: half at sixty degrees', () => {
    const unit = [square('N', 0, 55, 10)];
    expect(aspectOf(unit)).toBeCloseTo(0.5, 3);
    expect(heightForWidth(unit)).toBeCloseTo(2, 2);
  });

  it('go by their codes', () =>
    expect(mapFileOf([square('01', 0, 0, 1)]).features.map(({ properties }) => properties)).toEqual([{ name: '01' }]));
});
