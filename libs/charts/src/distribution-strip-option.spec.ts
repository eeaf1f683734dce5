import { distributionStripHeight, distributionStripOption, stripPeople } from './distribution-strip-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

describe('stripPeople', () => {
  it('counts 16 of 100 for a share of 15.9 %', () => {
    const people = stripPeople(0.159, 50);
    expect(people).toHaveLength(100);
    expect(people.filter((person) => person.isCounted)).toHaveLength(16);
  });

  it('puts those who waited longest last', () => {
    expect(stripPeople(0.01, 50).at(-1)).toEqual({ column: 49, row: 1, isCounted: true });
  });
});

describe('distributionStripOption', () => {
  const option = distributionStripOption({ share: 0.16 }, { sentence: '16 of 100 waited longer' }, testFrame());

  it('fills the counted and leaves the others hollow', () => {
    const svg = drawn(option);
    expect([count(svg, 'fill="#090909"'), count(svg, 'fill="#010101"')]).toEqual([16, 84]);
  });

  it('says its sentence', () => {
    expect(tipOf(option, 3)).toBe('16 of 100 waited longer');
  });

  it('draws nobody when the share is unknown', () => {
    expect(drawn(distributionStripOption({ share: null }, { sentence: '' }, testFrame()))).not.toContain('#090909');
  });

  it('grows higher on a narrow screen', () => {
    expect([distributionStripHeight(800), distributionStripHeight(320)]).toEqual([36, 90]);
  });
});
