import { convertToParamMap } from '@angular/router';
import { metric } from '../../../testing/figures';
import { exploreChoice, sameExplored } from './explore-choice';

const longWaits = metric();
const read = (params: Record<string, string | string[]>) => exploreChoice(convertToParamMap(params), longWaits);

describe('what is explored', () => {
  it('comes from the link', () => {
    expect(read({ by: 'point', grain: 'week', against: 'previous', where: ['field:land'], exact: 'yes' })).toMatchObject({
      by: 'point',
      grain: 'week',
      against: 'previous',
      where: [{ dimension: 'field', values: ['land'] }],
      isExact: true,
      dropped: [],
    });
  });

  it('leaves out what the metric cannot be broken down by, and names it', () => {
    expect(read({ by: 'counter', grain: 'week', where: ['agent:A1'] })).toMatchObject({
      by: null,
      grain: 'week',
      where: [],
      dropped: ['counter', 'agent'],
    });
  });

  it('begins with branches; "none" asks for no breakdown', () => {
    expect(read({}).by).toBe('branch');
    expect(read({ by: 'none' }).by).toBeNull();
  });

  it('leaves out what is no dimension at all', () => {
    expect(read({ by: 'citizen', grain: 'minute', against: 'luck' })).toMatchObject({ by: null, grain: null, against: null, dropped: [] });
  });

  it('holds a figure against peers only where it is of one point', () => {
    expect(read({ against: 'peers', where: ['point:00340'] }).against).toBe('peers');
    expect([read({ against: 'peers' }).against, read({ against: 'peers', where: ['point:00340,00343'] }).against]).toEqual([null, null]);
  });

  it('is the same while only the look of the page changes', () => {
    expect(sameExplored(read({ by: 'point' }), read({ by: 'point', sort: '-n' }))).toBe(true);
    expect(sameExplored(read({ by: 'point' }), read({ by: 'field' }))).toBe(false);
  });
});
