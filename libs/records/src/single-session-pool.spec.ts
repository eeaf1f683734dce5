import { PGlite } from '@electric-sql/pglite';
import { DataSource } from 'typeorm';
import { singleSessionDriver } from './single-session-pool';

describe('the single session', () => {
  it('says what is wrong when a transaction waits for itself', async () => {
    const driver = singleSessionDriver(() => PGlite.create());
    const records = await new DataSource({ type: 'postgres', driver, installExtensions: false, connectTimeoutMS: 200 }).initialize();
    const waitsForItself = records.transaction(() => records.query('SELECT 1'));
    await expect(waitsForItself).rejects.toThrow(
      'The embedded records stayed busy for 200 ms. Inside a transaction, ask only through its EntityManager.',
    );
    expect(await records.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await records.destroy();
  }, 30_000);

  it('tries again after it could not be opened', async () => {
    let attempts = 0;
    const driver = singleSessionDriver(() => (attempts++ === 0 ? Promise.reject(new Error('the disk is full')) : PGlite.create()));
    const records = new DataSource({ type: 'postgres', driver, installExtensions: false });
    await expect(records.initialize()).rejects.toThrow('the disk is full');
    await records.initialize();
    expect(await records.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await records.destroy();
  }, 30_000);
});
