import { synced766 } from './synced-766';

const none = { reported: null, onPortal: 0, yearBefore: null, kind: 'month' } as const;

describe('dossiers synchronised to the portal', () => {
  it.each([
    [
      { reported: 100, onPortal: 90 },
      { met: 90, of: 100 },
    ],
    [
      { reported: 80, onPortal: 90 },
      { met: 90, of: 90 },
    ],
    [
      { reported: null, onPortal: 90 },
      { met: 90, of: 90 },
    ],
  ])('are held against the greater of both counts: %j', (counts, counted) =>
    expect(synced766({ ...none, ...counts })).toEqual({ counted, basis: 'counted' }),
  );

  it.each([
    ['month', 100],
    ['quarter', 300],
    ['half', 600],
    ['nine_months', 900],
    ['year', 1200],
  ] as const)('are held against the part of the year before where nothing is reported: a %s of 1,200', (kind, of) =>
    expect(synced766({ ...none, yearBefore: 1200, kind })).toEqual({ counted: { met: 0, of }, basis: 'year_before' }),
  );

  it('have the ratio 0 where the year before is unknown, too', () =>
    expect(synced766(none)).toEqual({ counted: { met: 0, of: 1 }, basis: 'none' }));
});
