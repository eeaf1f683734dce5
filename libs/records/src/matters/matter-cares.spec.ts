import type { DataSource } from 'typeorm';
import { openRecords } from '../open-records';
import { caresOf, decideMatter } from './matter-cares';

const now = new Date('2026-11-02T02:00:00Z');
const JAM = { cause: 'jam', point: 'P1' } as const;

describe('the care for a matter', () => {
  let records: DataSource;
  beforeAll(async () => (records = await openRecords('memory')), 60_000);
  afterEach(() => records.query('DELETE FROM matter_care'));
  afterAll(() => records.destroy());
  const decide = (part: object, matter: { readonly cause: 'jam' | 'line'; readonly point: string } = JAM) =>
    decideMatter(records, matter, part, { by: 'An', now });

  it('keeps what was decided before and is not spoken of', async () => {
    await decide({ owner: 'Chi nhánh 1', dueOn: '2026-11-05' });
    const { before, after } = await decide({ offUntil: '2026-11-09', reason: 'Chờ ca mới' });
    expect(before).toMatchObject({ owner: 'Chi nhánh 1', offUntil: null, reason: '' });
    expect(after).toMatchObject({ owner: 'Chi nhánh 1', dueOn: '2026-11-05', offUntil: '2026-11-09', version: 2 });
    expect(await caresOf(records, 'all')).toEqual([after]);
  });

  it('is found at its point alone', async () => {
    await decide({ owner: 'Chi nhánh 1' });
    await decide({ owner: 'Chi nhánh 2' }, { cause: 'line', point: 'P2' });
    expect((await caresOf(records, ['P2'])).map(({ owner }) => owner)).toEqual(['Chi nhánh 2']);
    expect(await caresOf(records, [])).toEqual([]);
  });

  it('puts nothing off without a reason', () => expect(decide({ offUntil: '2026-11-09' })).rejects.toThrow('matter_care'));
});
