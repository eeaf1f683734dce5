import { openWarehouse, sql } from '@evenhand/warehouse';
import { compileContract } from './compile';
import { CONTRACTS } from './contracts';
import { NO_PLACES } from './places';
import { ENTITIES } from './entity-contract';
import { lawsOf, reasonText } from './laws-of';

const landing = {
  query: 'SELECT … FROM input',
  source: 'queue',
  clock: { zone: 'Asia/Ho_Chi_Minh' },
  cityZone: 'Asia/Ho_Chi_Minh',
  runId: 7,
  file: 'day.csv',
  latestPlausible: '2026-11-02 00:00:00.000',
  places: NO_PLACES,
};
const texts = (...names: string[]) => names.map((name) => ({ name, type: 'String' }));

describe('a contract', () => {
  it('compiles to one query that reads, checks and derives', () =>
    expect(
      compileContract(CONTRACTS.shift, { ...landing, staged: texts('staff', 'point_code', 'started_at', 'ended_at', 'paused_ms') }),
    ).toMatchSnapshot());

  it('takes instants that the staging query already cast, and a pattern for those it did not', () =>
    expect(
      compileContract(CONTRACTS.rating, {
        ...landing,
        clock: { zone: 'Asia/Ho_Chi_Minh', instants: '%Y%m%d%H%i%S' },
        staged: [...texts('rating_id', 'point_code', 'level', 'scale'), { name: 'rated_at', type: "DateTime('UTC')" }],
      }),
    ).toMatchSnapshot());

  it.each(ENTITIES)('of %s has laws with ids of their own', (entity) => {
    const laws = lawsOf(CONTRACTS[entity]);
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    for (const { reason } of laws) expect([reason.vi.normalize('NFC'), reason.en]).toEqual([reason.vi, expect.stringMatching(/^\S.*\.$/)]);
  });

  it('tells and derives every column of its table', async () => {
    const warehouse = await openWarehouse('memory');
    const columns = await warehouse.rows<{ entity: string; names: string[] }>(sql`
      SELECT table AS entity, groupArray(name) AS names FROM system.columns
      WHERE database = currentDatabase() AND name NOT IN ('source', 'findings', 'run_id', 'file', 'line', 'key_hash', 'row_hash', 'told_at', 'is_withdrawn', 'former_point_code') GROUP BY table`);
    await warehouse.close();
    for (const entity of ENTITIES) {
      const { columns: told, derived } = CONTRACTS[entity];
      expect([...told, ...derived].map(({ name }) => name).sort()).toEqual(columns.find((one) => one.entity === entity)?.names.toSorted());
    }
  });

  it('says what a reason means in both languages', () =>
    expect(reasonText('ticket', 'issued_at_unreadable')).toEqual({
      vi: 'Không đọc được thời điểm lấy số: ghi ngày và giờ, ví dụ 2026-10-05 08:30:00, hoặc theo định dạng mà nguồn khai báo.',
      en: 'The time of issue cannot be read: write a day and a time such as 2026-10-05 08:30:00, or the format that the source declares.',
    }));
});
