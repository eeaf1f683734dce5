import type { Run } from '@evenhand/contracts';
import { totalsOf } from './run-totals';

it('adds what became of the records over all kinds: 10 + 5 read, 8 + 5 loaded, 1 twice, 1 set aside', () => {
  const count = { corrected: 0, flagged: 0 };
  const run: Run = {
    id: 1,
    source: 'queue',
    status: 'published',
    startedAt: '2026-10-31T00:00:00Z',
    endedAt: null,
    files: [],
    counts: [
      { ...count, entity: 'ticket', read: 10, loaded: 8, duplicate: 1, quarantined: 1 },
      { ...count, entity: 'rating', read: 5, loaded: 5, duplicate: 0, quarantined: 0 },
    ],
    reasons: [],
    message: null,
  };
  expect(totalsOf(run)).toEqual({ read: 15, loaded: 13, duplicate: 1, quarantined: 1 });
});
