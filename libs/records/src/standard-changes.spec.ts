import type { DataSource } from 'typeorm';
import { openRecords } from './open-records';
import { addStandardChange, listStandardChanges } from './standard-changes';

const change = (effectiveFrom: string, minutes: number) => ({
  standard: 'waiting_time',
  effectiveFrom,
  limits: { minutes, share: 0.05 },
  reason: 'Decision 12',
  madeBy: 'owner',
});

describe('changes of standards', () => {
  let records: DataSource;
  beforeAll(async () => (records = await openRecords('memory')), 60_000);
  afterAll(() => records.destroy());

  it('are kept with who made them, when and why, in order', async () => {
    const now = new Date('2026-10-05T02:00:00Z');
    await addStandardChange(records, () => change('2026-11-01', 15), now);
    await addStandardChange(records, (sofar) => change('2026-12-01', 15 - sofar.length), now);
    expect(await listStandardChanges(records)).toEqual([
      { id: 1, ...change('2026-11-01', 15), madeAt: now },
      { id: 2, ...change('2026-12-01', 14), madeAt: now },
    ]);
  });

  it('can be rewritten by nobody', async () => {
    await expect(records.query(`UPDATE standard_change SET limits = '{}'`)).rejects.toThrow('The history of a standard is kept');
    await expect(records.query('DELETE FROM standard_change')).rejects.toThrow('The history of a standard is kept');
  });

  it('are none when what is wanted is wrong', async () => {
    const wrong = (): never => {
      throw new RangeError('Not allowed.');
    };
    await expect(addStandardChange(records, wrong, new Date())).rejects.toThrow('Not allowed.');
    expect(await listStandardChanges(records)).toHaveLength(2);
  });
});
