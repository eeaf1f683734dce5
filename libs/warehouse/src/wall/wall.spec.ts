import { setTimeout as wait } from 'node:timers/promises';
import { param, sql, trusted, type Sql } from '../sql';
import { type EngineOverHttp, startEngineOverHttp } from '../testing/engine-over-http';
import { openWarehouse, type Warehouse } from '../warehouse';
import { withSettings } from '../with-settings';
import { beyondWall } from './bounded-tables';
import { beyondTheWall, pointsWithin, wallName, withinWall } from './wall';
import { OF_THE_CITY } from './whose-rows';

const HOSTILE = "P'\\3";
const POINTS = ['P1', 'P2', HOSTILE, ''];

const tablesOf = ({ boundedTables }: Warehouse): readonly string[] => boundedTables.filter((table) => !WITHOUT_POINT.includes(table));

/** A row of each point in every table, cases that moved from one point to another, and dossiers that were worked on elsewhere. */
async function fill(warehouse: Warehouse): Promise<void> {
  const cases = await warehouse.rows<{ table: string }>(sql`SELECT table FROM system.columns WHERE name = 'key_hash'`);
  const hasCases = new Set(cases.map(({ table }) => table));
  for (const table of tablesOf(warehouse)) {
    const rows = POINTS.map((point_code, at) => ({ point_code, ...(hasCases.has(table) ? { key_hash: at } : {}) }));
    await warehouse.insert(table, rows);
  }
  const told = [
    ['P5', 71, 1],
    ['P6', 71, 2],
    ['P6', 72, 1],
  ] as const;
  const versions = told.map(([point_code, key_hash, run_id]) => ({ point_code, key_hash, run_id }));
  await warehouse.insert('premises_version', versions);
  const dossier = { received_at: '2026-10-01T00:00:00Z' };
  const step = { happened_at: '2026-10-01T00:00:00Z' };
  await warehouse.insert('dossier', [
    { ...dossier, point_code: 'P3', dossier_code: 'own', key_hash: 71 },
    { ...dossier, point_code: 'P4', dossier_code: 'foreign', key_hash: 72 },
  ]);
  await warehouse.insert('service_point', [{ point_code: 'P3', ward_code: 'W3', valid_from: '2020-01-01', valid_to: '2100-01-01' }]);
  await warehouse.insert('staff_posting', [{ point_code: 'P3', staff: 'own', key_hash: 73 }]);
  for (const table of ['published_score', 'training'])
    await warehouse.insert(
      table,
      ['P3', 'W3', 'P4', 'W4'].map((unit_code, at) => ({ unit_code, key_hash: at })),
    );
  await warehouse.insert('training', [{ unit_code: 'W4', staff: 'own', key_hash: 9 }]);
  await warehouse.insert(
    'quarantine',
    ['P3', 'P4', ''].map((point_code, line) => ({ line, raw: JSON.stringify({ point_code }) })),
  );
  await warehouse.insert('dossier_event', [
    { ...step, point_code: 'P4', dossier_code: 'own', step_id: 'a' },
    { ...step, point_code: 'P3', dossier_code: 'own', step_id: 'b' },
    { ...step, point_code: 'P4', dossier_code: 'foreign', step_id: 'c' },
  ]);
}

const pointsOf = async (warehouse: Warehouse, query: Sql): Promise<readonly string[]> =>
  (await warehouse.rows<{ readonly point_code: string }>(query)).map(({ point_code }) => point_code).sort();

const streamed = async (pieces: AsyncIterable<string>): Promise<string> => {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
};

/** Tables that hold no code of a point beside their rows. */
const WITHOUT_POINT = ['published_score', 'published_score_version', 'quarantine', 'training', 'training_version'];

const everything = (table: string): Sql => sql`SELECT point_code FROM ${trusted(table)}`;

describe.each(['in this process', 'over HTTP'])('the wall beneath statements that forget their scope, %s', (where) => {
  let engine: EngineOverHttp | undefined;
  let owner: Warehouse;
  /** What questions are asked of. */
  let warehouse: Warehouse;

  beforeAll(async () => {
    if (where === 'over HTTP') engine = await startEngineOverHttp({ reader: 'asker' });
    const at = (account: string): string => (engine?.url ?? '').replace('//', `//${account}:a-password@`);
    owner = await openWarehouse(engine ? { url: at('owner') } : 'memory');
    warehouse = engine ? await owner.forQuestions(at('asker')) : owner;
    await fill(owner);
  });
  afterAll(async () => {
    if (warehouse !== owner) await warehouse.close();
    await owner.close();
    await engine?.stop();
  });

  const seen = (points: readonly string[], query: Sql): Promise<readonly string[]> => withinWall(points, () => pointsOf(warehouse, query));

  it('[B12] gives of every table that has points the rows of one’s own alone', async () => {
    expect(warehouse.boundedTables.length).toBeGreaterThan(40);
    for (const table of tablesOf(warehouse)) {
      const shared = OF_THE_CITY.includes(table.replace(/_version$/, '')) ? [''] : [];
      expect([table, await seen(['P1'], everything(table))]).toEqual([table, [...shared, 'P1']]);
      expect([table, await seen([], everything(table))]).toEqual([table, shared]);
      expect([table, (await seen(['P1', ''], everything(`evenhand.${table}`))).includes('P2')]).toEqual([table, false]);
    }
  });

  it('[B12] takes a code for nothing but a code, whatever it is made of', async () => {
    expect(await seen([HOSTILE], everything('ticket'))).toEqual([HOSTILE]);
    expect(await seen(["P1') OR 1 OR point_code IN ('"], everything('ticket'))).toEqual([]);
  });

  it.each([
    "SELECT point_code FROM open_rest_day WHERE 0 UNION ALL SELECT point_code FROM feed_restart FINAL WHERE point_code != ''",
    'SELECT t.point_code AS point_code FROM evenhand.ticket AS t',
    'SELECT point_code FROM `ticket`',
    'SELECT point_code FROM (SELECT * FROM (SELECT * FROM ticket))',
    'WITH all AS (SELECT point_code FROM ticket) SELECT point_code FROM all',
    'SELECT point_code FROM ticket UNION ALL SELECT point_code FROM dossier WHERE 0',
    'SELECT point_code FROM dossier WHERE 0 UNION ALL SELECT point_code FROM ticket',
    'SELECT d.point_code AS point_code FROM dossier AS d LEFT JOIN ticket AS t USING (point_code)',
    'SELECT arrayJoin((SELECT groupArray(point_code) FROM ticket)) AS point_code',
    'SELECT point_code FROM view(SELECT * FROM ticket)',
    'SELECT point_code FROM ticket ORDER BY point_code LIMIT 1 BY key_hash, point_code',
    'SELECT point_code FROM ticket -- SETTINGS',
    'SELECT any(t.point_code) AS point_code FROM ticket AS t GROUP BY t.point_code',
    'SELECT point_code FROM (SELECT point_code FROM ticket GROUP BY point_code WITH TOTALS)',
  ])('[B12] holds however the statement is written: %s', async (statement) => {
    expect(await seen(['P1'], sql`${trusted(statement)}\n`)).toEqual(['P1']);
  });

  it('[B12] holds under views and counts', async () => {
    const forms = sql`SELECT sum(n) AS n FROM (SELECT count() AS n FROM survey_form GROUP BY point_code)`;
    const [all] = await warehouse.rows(sql`SELECT count() AS n FROM ticket`);
    expect(all).toEqual({ n: POINTS.length });
    expect(await withinWall(['P1'], () => warehouse.rows(sql`SELECT count() AS n FROM ticket`))).toEqual([{ n: 1 }]);
    expect(await withinWall(['P9'], () => warehouse.rows(forms))).toEqual([{ n: 0 }]);
  });

  it('[B12] stands beside values and settings that a statement brings', async () => {
    const asked = sql`SELECT point_code FROM ticket WHERE point_code IN ${param('Array(String)', ['P1', 'P2'])}`;
    expect(await seen(['P2'], withSettings(withSettings(asked, { max_threads: 1 }), { log_comment: 'a job' }))).toEqual(['P2']);
    expect(await pointsOf(warehouse, asked)).toEqual(['P1', 'P2']);
  });

  it('[B12] refuses what reads a table where no filter is put', async () => {
    for (const source of ["merge('evenhand', '^ticket$')", "MERGE ('ticket')", 'mergeTreeIndex(evenhand, ticket)'])
      await expect(seen(['P1'], everything(source))).rejects.toThrow('no filter holds for');
  });

  it('[B12] stands around texts, whoever takes their pieces', async () => {
    const text = withinWall(['P1'], () => warehouse.text(everything('ticket'), 'CSV'));
    expect(await withinWall(['P2'], () => streamed(text))).toBe('"P1"\n');
  });

  it('[B12] goes with the asker through waits, and with nobody else who asks at the same moment', async () => {
    const late = (points: readonly string[], ms: number): Promise<readonly string[]> =>
      withinWall(points, async () => {
        await wait(ms);
        return warehouse.reading(() => pointsOf(warehouse, everything('ticket')));
      });
    const found = await Promise.all([late(['P1'], 5), late(['P2'], 0), pointsOf(warehouse, everything('ticket')), late([], 1)]);
    expect(found).toEqual([['P1'], ['P2'], POINTS.toSorted(), []]);
  });

  it('[B12] keeps with a case what was told of it elsewhere, so that nothing stands that was put right', async () => {
    const latest = sql`SELECT point_code FROM (SELECT * FROM premises_version WHERE key_hash > 70 ORDER BY run_id DESC LIMIT 1 BY key_hash)`;
    expect(await seen(['P5'], sql`${latest} WHERE point_code = 'P5'`)).toEqual([]);
    expect(await seen(['P5'], latest)).toEqual(['P6']);
    expect(await seen(['P5'], sql`${latest} WHERE key_hash = 72`)).toEqual([]);
  });

  it('[B12] gives the steps of one’s own dossiers, wherever they were taken, and of no others', async () => {
    const steps = sql`SELECT step_id AS point_code FROM dossier_event WHERE step_id != ''`;
    expect(await seen(['P3'], steps)).toEqual(['a', 'b']);
    expect(await seen([], steps)).toEqual([]);
  });

  it('[B12] gives what belongs to a point by its unit, its staff or the record itself', async () => {
    const units = (table: string): Sql => sql`SELECT unit_code AS point_code FROM ${trusted(table)}`;
    expect(await seen(['P3'], units('published_score'))).toEqual(['P3', 'W3']);
    expect(await seen(['P3'], units('training'))).toEqual(['P3', 'W3', 'W4']);
    expect(await seen(['P3'], sql`SELECT JSONExtractString(raw, 'point_code') AS point_code FROM quarantine`)).toEqual(['P3']);
    for (const table of ['published_score', 'training', 'quarantine'])
      expect(await seen([], sql`SELECT '' AS point_code FROM ${trusted(table)}`)).toEqual([]);
  });

  it('is no wall for whoever sees the whole city, and beyond it only where that is said', async () => {
    const asked = (): Promise<readonly string[]> => pointsOf(warehouse, everything('ticket'));
    expect(await withinWall('all', asked)).toEqual(POINTS.toSorted());
    expect(await withinWall(['P1'], () => beyondTheWall('held for all', asked))).toEqual(POINTS.toSorted());
    expect(await seen(['P1'], sql`SELECT point_code FROM (${beyondWall(everything('ticket'))})`)).toEqual(POINTS.toSorted());
    expect(await seen(['P1'], sql`SELECT point_code FROM ticket WHERE 'P2' IN (${beyondWall(everything('ticket'))})`)).toEqual(['P1']);
  });
});

describe('a wall around whoever asks', () => {
  it('has the same name for the same points, and none where none stands', () => {
    const names = [['b', 'a'], ['a', 'b', 'a'], ['a'], []].map((points) => withinWall(points, wallName));
    expect(names).toEqual(['["a","b"]', '["a","b"]', '["a"]', '[]']);
    expect([wallName(), withinWall('all', wallName), withinWall(['a'], () => beyondTheWall('held for all', wallName))]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('narrows what is handed out from memory to what is seen', () => {
    expect(pointsWithin('all')).toBe('all');
    expect(withinWall(['a', 'b'], () => [pointsWithin('all'), pointsWithin(['b', 'c']), pointsWithin([])])).toEqual([
      ['a', 'b'],
      ['b'],
      [],
    ]);
  });
});
