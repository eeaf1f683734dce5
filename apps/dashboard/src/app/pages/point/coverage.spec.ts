import type { Incident } from '@evenhand/contracts';
import { coverageOf, incidentsAt } from './coverage';

it('covers what was due: two of four days, the closed one and the one still to come left out', () => {
  const states = ['complete', 'complete', 'thin', 'missing', 'not_expected', 'unknown_yet'] as const;
  expect(coverageOf(states.map((state) => ({ state })))).toEqual({ complete: 2, thin: 1, missing: 1, coverage: 0.5 });
  expect(coverageOf([{ state: 'not_expected' }]).coverage).toBeNull();
});

const incident = (part: Partial<Incident>): Incident => ({
  ...{ id: 1, source: 'queue', entity: 'ticket', kind: 'missing', points: ['P1'], fromDay: '2026-10-07', toDay: null },
  ...{ openedAt: '2026-10-08T00:00:00Z', closedAt: null, message: null },
  ...part,
});

it('names the incidents of the point and those of a whole source, where their days meet the range', () => {
  const all = [
    incident({ id: 1 }),
    incident({ id: 2, points: ['P2'] }),
    incident({ id: 3, points: [] }),
    incident({ id: 4, fromDay: '2026-09-01', toDay: '2026-10-01' }),
  ];
  expect(incidentsAt(all, 'P1', { from: '2026-10-01', to: '2026-11-01' }).map(({ id }) => id)).toEqual([1, 3]);
});
