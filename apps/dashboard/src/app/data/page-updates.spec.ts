import type { PageAnswer } from '@evenhand/contracts';
import { latestAsOf, lowestCoverage, PageUpdates } from './page-updates';

const answer = (...instants: readonly (string | null)[]) =>
  ({ answer: { rows: instants.map((asOf) => ({ key: {}, values: { tickets: { asOf } } })) } }) as unknown as PageAnswer['answers'][string];
const page = (answers: PageAnswer['answers']): PageAnswer => ({ answers });

it('a page is known up to the latest instant of its figures', () =>
  expect(latestAsOf(page({ a: answer('2026-10-30T02:00:00Z'), b: answer('2026-10-30T02:04:00Z'), c: answer(null) }))).toBe(
    '2026-10-30T02:04:00Z',
  ));

it('a page without figures is known up to nothing', () => expect(latestAsOf(page({ a: answer() }))).toBeNull());

const covered = (coverage: number | null, key = {}) =>
  ({ answer: { rows: [{ key, values: { tickets: { asOf: null, coverage } } }] } }) as unknown as PageAnswer['answers'][string];

it('a page rests on no less than the lowest coverage of its totals; a single point is not the page', () => {
  expect(lowestCoverage(page({ a: covered(1), b: covered(0.985), c: covered(null), d: covered(0.1, { point: 'P1' }) }))).toBe(0.985);
  expect(lowestCoverage(page({ a: covered(null) }))).toBeNull();
});

it('what several ask on one page counts together, until they leave it', () => {
  const [updates, cards, panel] = [new PageUpdates(), {}, {}];
  updates.heard(cards, page({ a: covered(0.985) }));
  updates.heard(panel, page({ b: covered(1), c: answer('2026-10-30T02:00:00Z') }));
  expect([updates.coverage(), updates.asOf()]).toEqual([0.985, '2026-10-30T02:00:00Z']);
  updates.leave(cards);
  updates.leave(panel);
  expect([updates.coverage(), updates.asOf()]).toEqual([null, null]);
});
