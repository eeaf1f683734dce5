import { detailsOf, kindOf, sayingsOf } from './entry-rows';

describe('entries of the audit log', () => {
  it.each([
    ['GET /api/rows', 'saw'],
    ['POST /api/answers', 'saw'],
    ['GET /api/rows/export', 'exported'],
    ['GET /api/audit/export', 'exported'],
    ['GET /api/exports/ii06', 'exported'],
    ['PUT /api/standards/:id', 'changed'],
    ['PUT /api/standards/:id begun', 'began'],
    ['PUT /api/standards/:id failed', 'failed'],
    ['command standard begun', 'began'],
    ['command standard ended', 'changed'],
    ['account changed', 'changed'],
    ['note taken back', 'changed'],
    ['signed in', 'session'],
    ['sign-in refused', 'session'],
  ] as const)('%s is a thing that somebody %s', (did, kind) => expect(kindOf(did)).toBe(kind));

  it('say name and value, and keep what is not plain', () =>
    expect(sayingsOf('{"from":"2026-10-01","by":["point"],"limit":5}')).toEqual([
      { name: 'from', value: '2026-10-01' },
      { name: 'by', value: '["point"]' },
      { name: 'limit', value: '5' },
    ]));

  it('stand as they are when they cannot be read', () => expect(sayingsOf('<b>')).toEqual([{ name: '', value: '<b>' }]));

  it('say nothing where nothing stands', () =>
    expect(detailsOf({ what: null, before: null, after: '{}' })).toEqual({ what: [], before: [], after: [] }));
});
