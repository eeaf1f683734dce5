import { param, sql } from '@evenhand/warehouse';
import fc from 'fast-check';
import { verifyRollups } from '../rollup';
import type { Stores } from '../stores';
import { loadSource } from './load-source';
import { Scratch } from './scratch-stores';

const scratch = new Scratch();
let stores: Stores;

beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

/** What a source says of a case: when it said so (0: it does not say), and either the case's day and wait or that it is gone. */
interface Telling {
  readonly id: number;
  readonly told: number;
  readonly month: number;
  readonly wait: number;
  readonly isGone: boolean;
}

const telling: fc.Arbitrary<Telling> = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  told: fc.integer({ min: 0, max: 4 }),
  month: fc.integer({ min: 7, max: 8 }),
  wait: fc.integer({ min: 0, max: 2 }),
  isGone: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
/** Some files come twice. */
const stream = fc
  .array(fc.array(telling, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 4 })
  .chain((files) => fc.shuffledSubarray([...files, ...files], { minLength: files.length, maxLength: files.length + 1 }));

const lineOf = ({ id, told, month, wait, isGone }: Telling): string =>
  [
    id,
    `2026-0${month}-05 08:00:00`,
    `2026-0${month}-05 08:0${wait}:00`,
    told === 0 ? '' : `2026-09-01 0${told}:00:00`,
    isGone ? '1' : '',
  ].join(',');
const STAGING = `SELECT id AS ticket_id, 'P1' AS point_code, issued AS issued_at, called AS first_called_at, 'served' AS outcome,
  told AS told_at, gone AS withdrawn FROM input`;

/** The law in plain words: what was said before says nothing new; of the rest the greatest (told, file, line) stands. */
class Model {
  private readonly said = new Set<string>();
  private readonly last = new Map<number, Telling>();
  versions = 0;

  hear(file: readonly Telling[]): void {
    // Of two equal lines of one file the later one counts.
    const news = file.filter(
      (one, index) => !this.said.has(lineOf(one)) && !file.slice(index + 1).some((later) => lineOf(later) === lineOf(one)),
    );
    this.versions += news.length;
    for (const one of news) {
      this.said.add(lineOf(one));
      if (one.told >= (this.last.get(one.id)?.told ?? 0)) this.last.set(one.id, one);
    }
  }

  standing(): string[] {
    return [...this.last.values()]
      .filter(({ isGone }) => !isGone)
      .map(({ id, month, wait }) => `${id} ${month} ${wait}`)
      .sort();
  }
}

it('is, after any stream of tellings, what a model in memory says: cases that stand, versions, and rollups that add up', async () => {
  let name = 0;
  await fc.assert(
    fc.asyncProperty(stream, async (files) => {
      const source = `stream-${++name}`;
      const folder = scratch.source(source, { ticket: STAGING });
      const model = new Model();
      for (const [index, file] of files.entries()) {
        const path = scratch.file(`${source}-${index}.csv`, ['id,issued,called,told,gone', ...file.map(lineOf)]);
        await loadSource(stores, { source: folder, files: [path] });
        model.hear(file);
        const standing = await stores.warehouse.rows<{ stands: string }>(sql`
          SELECT concat(ticket_id, ' ', toString(toMonth(issued_on)), ' ', toString(intDiv(assumeNotNull(wait_ms), 60000))) AS stands
          FROM ticket WHERE source = ${param('String', source)} ORDER BY stands`);
        expect(standing.map(({ stands }) => stands)).toEqual(model.standing());
        expect(await stores.warehouse.rows(sql`SELECT count() AS n FROM ticket_version WHERE source = ${param('String', source)}`)).toEqual(
          [{ n: model.versions }],
        );
      }
      expect(await verifyRollups(stores.warehouse, stores.city.settings)).toEqual([]);
    }),
    { numRuns: 10, seed: 20_261_122 },
  );
}, 180_000);
