import { Cancelled, TooCostly } from '@evenhand/domain';
import { openWarehouse, sql, type Warehouse } from '@evenhand/warehouse';
import { StatementRuns } from './statement-runs';

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse('memory');
});
afterAll(() => warehouse.close());

const thousand = sql`SELECT number FROM numbers(1000)`;
const failureOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('the statements of questions', () => {
  it('[Q3] give as many rows as one answer may have, and beyond that a sentence that says what helps', async () => {
    const runs = new StatementRuns(warehouse);
    expect(await runs.rows(thousand, { isHeavy: false, mostRows: 1000 })).toHaveLength(1000);
    const failure = await failureOf(runs.rows(thousand, { isHeavy: false, mostRows: 999 }));
    expect(failure).toBeInstanceOf(TooCostly);
    expect((failure as TooCostly).message).toBe(
      'The answer has more than 999 rows; ask for fewer dimensions, a shorter range, or filter by where.',
    );
    expect((failure as TooCostly).field).toBe('by');
  });

  it('[Q3] leave bounds on their connection that end with them', async () => {
    const runs = new StatementRuns(warehouse);
    await failureOf(runs.rows(thousand, { isHeavy: true, mostRows: 10 }));
    expect(await warehouse.rows(thousand)).toHaveLength(1000);
  });

  it('never begin for a job that was taken back', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const job = { name: 'taken back', signal: cancel.signal };
    expect(await failureOf(new StatementRuns(warehouse).rows(thousand, { isHeavy: true, job }))).toBeInstanceOf(Cancelled);
  });

  it('say what is wrong with them when it is not their cost', async () => {
    const failure = await failureOf(new StatementRuns(warehouse).rows(sql`SELECT nothing FROM ticket`, { isHeavy: false }));
    expect(failure).toMatchObject({ code: 'UNKNOWN_IDENTIFIER' });
  });
});
