import { placeIn, placeText, pointsOfPlace, widerPlaces } from './note';

const points = [
  { code: 'P1', wardCode: 'U1', branchCode: 'B1' },
  { code: 'P2', wardCode: 'U1', branchCode: 'B2' },
  { code: 'P3', wardCode: null, branchCode: 'B1' },
];
const wider = (text: string) => widerPlaces(placeIn(text) ?? { kind: 'city', code: '' }, points).map(placeText);

describe('the place of a note', () => {
  it.each(['city', 'branch:B1', 'unit:00004', 'point:a:b'])('is read as it is written: %s', (text) => {
    const place = placeIn(text);
    expect(place === null ? null : placeText(place)).toBe(text);
  });

  it.each(['', 'city:', 'city:x', 'point', 'point:', ':P1', 'ward:1'])('is nothing else: "%s"', (text) => expect(placeIn(text)).toBeNull());

  it('stands for its points', () => {
    const codes = (text: string) => pointsOfPlace(placeIn(text) ?? { kind: 'point', code: '' }, points).map(({ code }) => code);
    expect([codes('city'), codes('branch:B1'), codes('unit:U1'), codes('point:P2')]).toEqual([
      ['P1', 'P2', 'P3'],
      ['P1', 'P3'],
      ['P1', 'P2'],
      ['P2'],
    ]);
  });

  it('lies in wider ones, up to the whole city', () => {
    expect(wider('point:P1')).toEqual(['point:P1', 'unit:U1', 'branch:B1', 'city']);
    expect(wider('unit:U1')).toEqual(['unit:U1', 'branch:B1', 'branch:B2', 'city']);
    expect(wider('point:P3')).toEqual(['point:P3', 'branch:B1', 'city']);
    expect(wider('city')).toEqual(['city']);
  });
});
