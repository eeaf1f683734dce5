import { filterFrom, questionFrom, questionQuerySchema, questionSchema } from './question';

describe('a question on the wire', () => {
  it('reads the query string of a single question', () => {
    const query = questionQuerySchema.parse({
      metrics: 'tickets,wait_p90',
      by: 'point',
      from: '2026-10-01',
      to: '2026-11-01',
      where: 'field:land,household',
    });
    expect(questionFrom(query)).toEqual({
      metrics: ['tickets', 'wait_p90'],
      by: ['point'],
      from: '2026-10-01',
      to: '2026-11-01',
      where: [{ dimension: 'field', values: ['land', 'household'] }],
      exact: false,
    });
  });

  it('keeps the cases whose source did not say when the value is empty', () => {
    expect(filterFrom('channel:')).toEqual({ dimension: 'channel', values: [''] });
  });

  it('refuses a dimension it does not know, and names those it does', () => {
    expect(() => filterFrom('citizen:1')).toThrow('Unknown dimension "citizen". Known: ward, branch, point');
  });

  it('refuses keys it does not know', () => {
    expect(questionSchema.safeParse({ metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01', limit: 9 }).success).toBe(false);
  });
});
