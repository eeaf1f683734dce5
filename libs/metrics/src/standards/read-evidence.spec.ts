import { wholeCity } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import { WATCHED_TABLES } from '../remembered-rows';
import { dossierRow, knownRow, pointRow } from '../testing/case-rows';
import { city } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import { STANDARDS } from './all-standards';
import { caseContext } from './case-sql';
import { knownAt } from '../facts/known';
import { ownLimits } from './versions';
import { Standards } from './standards';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const dossier = (point: string, code: string, requests: number): object => ({
  ...dossierRow({ point, received: '2026-10-05T02:00:00Z', due: '2026-10-08T10:00:00Z', finished: '2026-10-07T09:00:00Z' }),
  dossier_code: code,
  supplement_requests: requests,
});

describe('what rules are judged by', () => {
  let test: TestWarehouse;
  let standards: Standards;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.fill({
      service_point: [pointRow('P', 'W', 'B'), pointRow('Q', 'W', 'B')],
      known_until: [knownRow('dossier', 'national', '2026-10-31T10:00:00Z')],
      dossier: [dossier('P', '1', 1), dossier('Q', '2', 2)],
    });
    standards = new Standards(test.warehouse, city);
  });
  afterAll(() => test.close());

  const verdictAt = async (point: string, scope = wholeCity) => {
    const verdicts = await standards.ofPoint({ point, range: OCTOBER }, [], scope);
    const found = verdicts.find(({ standard }) => standard === 'supplement_once');
    return found && [found.n, found.breaches, found.state];
  };

  it('is read for the city and told of one point, to whoever may see it', async () => {
    expect(await verdictAt('P')).toEqual([1, 0, 'pass']);
    expect(await verdictAt('Q')).toEqual([1, 1, 'fail']);
    expect(await verdictAt('Q', { points: ['P'] })).toBeUndefined();
  });

  it('is read again once anything was written', async () => {
    expect(await verdictAt('P')).toEqual([1, 0, 'pass']);
    await test.warehouse.insert('dossier', [dossier('P', '3', 2)]);
    expect(await verdictAt('P')).toEqual([2, 1, 'fail']);
  });

  it('lies in tables whose changes are noticed, for every rule', async () => {
    const tables = await test.warehouse.rows<{ name: string }>(sql`SELECT name FROM system.tables WHERE database = currentDatabase()`);
    const watched: ReadonlySet<string> = new Set(WATCHED_TABLES);
    const looking = { zone: city.zone, isWanted: sql`1`, known: knownAt(undefined) };
    const unwatched = STANDARDS.flatMap((definition) => {
      if (definition.judging.kind !== 'cases') return [];
      const { text } = definition.judging.rows(caseContext(OCTOBER, ownLimits(definition, city), looking)).render();
      const words = new Set(text.match(/[a-z_]+/g));
      return tables.filter(({ name }) => words.has(name) && !watched.has(name)).map(({ name }) => `${definition.id}: ${name}`);
    });
    expect(unwatched).toEqual([]);
  });
});
