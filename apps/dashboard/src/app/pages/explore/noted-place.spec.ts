import { notedPlace } from './noted-place';

describe('the place whose notes an explored course shows', () => {
  it('is the narrowest that the filters name alone', () => {
    expect(notedPlace([{ dimension: 'branch', values: ['B1'] }])).toBe('branch:B1');
    expect(
      notedPlace([
        { dimension: 'branch', values: ['B1'] },
        { dimension: 'ward', values: ['00004'] },
      ]),
    ).toBe('unit:00004');
  });

  it('is the whole city where they name several, or none', () => {
    expect(notedPlace([{ dimension: 'point', values: ['P1', 'P2'] }])).toBe('city');
    expect(notedPlace([{ dimension: 'field', values: ['land'] }])).toBe('city');
  });
});
