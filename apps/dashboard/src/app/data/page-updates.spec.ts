import type { PageAnswer } from '@evenhand/contracts';
import { latestAsOf, lowestCoverage } from './page-updates';

const answer = (...instants: readonly (string | null)[]) =>
  ({ answer: { rows: instants.map((asOf) => ({ key: {}, values: { tickets: { asOf } } })) } }) as unknown as PageAnswer['answers'][string];
const page = (answers: PageAnswer['answers']): PageAnswer => ({ answers });

it('a page is known up to the latest instant of its figures', () =>
  expect(latestAsOf(page({ a: answer('2026-10-30T02:00:00Z'), b: answer('2026-10-30T02:04:00Z'), c: answer(null) }))).toBe(
    '2026-10-30T02:04:00Z',
  ));

it('a page without figures is known up to nothing', () => expect(latestAsOf(page({ a: answer() }))).toBeNull());

it('a page rests on no less than the lowest coverage of its figures', () => {
  const covered = (coverage: number | null) =>
    ({ answer: { rows: [{ key: {}, values: { tickets: { coverage } } }] } }) as unknown as PageAnswer['answers'][string];
  expect(lowestCoverage(page({ a: covered(1), b: covered(0.985), c: covered(null) }))).toBe(0.985);
  expect(lowestCoverage(page({ a: covered(null) }))).toBeNull();
});
