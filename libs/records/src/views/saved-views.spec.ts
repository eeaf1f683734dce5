import type { DataSource } from 'typeorm';
import { openRecords } from '../open-records';
import { changeView, deleteView, homeView, listViews, restoreView, saveView, setHomeView, undeleteView, viewHistory } from './saved-views';

const now = new Date('2026-11-02T02:00:00Z');
const later = new Date('2026-11-03T02:00:00Z');
const content = (name: string, isShared = false) => ({ name, path: '/points', query: 'sort=-n', isShared });

describe('saved views', () => {
  let records: DataSource;
  beforeAll(async () => (records = await openRecords('memory')), 60_000);
  afterAll(() => records.destroy());
  const names = async (reader: string): Promise<readonly string[]> => (await listViews(records, reader)).map(({ name }) => name);

  it('are found by who made them, and by others only when they are shared', async () => {
    await saveView(records, 'an', content('Riêng của An'), now);
    await saveView(records, 'an', content('Chung', true), now);
    expect(await names('an')).toEqual(['Chung', 'Riêng của An']);
    expect(await names('binh')).toEqual(['Chung']);
  });

  it('are changed only by who made them', async () => {
    const [shared] = await listViews(records, 'binh');
    const id = shared?.id ?? '';
    await expect(changeView(records, { owner: 'binh', id }, { name: 'Của Bình' }, later)).rejects.toThrow('You have no such view.');
    await expect(deleteView(records, 'binh', id, later)).rejects.toThrow('You have no such view.');
    await expect(viewHistory(records, 'binh', id)).rejects.toThrow('You have no such view.');
    expect(await names('binh')).toEqual(['Chung']);
  });

  it('keep every version, and can be made what they have been', async () => {
    const { id } = await saveView(records, 'chi', content('Sáng thứ hai'), now);
    const view = { owner: 'chi', id };
    await changeView(records, view, { query: 'sort=n' }, later);
    await changeView(records, view, { name: 'Thứ hai', isShared: true }, later);
    await changeView(records, view, { name: 'Thứ hai' }, later);
    expect((await viewHistory(records, 'chi', id)).map(({ version, name, query }) => [version, name, query])).toEqual([
      [3, 'Thứ hai', 'sort=n'],
      [2, 'Sáng thứ hai', 'sort=n'],
      [1, 'Sáng thứ hai', 'sort=-n'],
    ]);
    expect(await restoreView(records, view, 1, later)).toMatchObject({ ...content('Sáng thứ hai'), version: 4 });
    await expect(restoreView(records, view, 9, later)).rejects.toThrow('This view has no version 9; it has 4.');
  });

  it('come back after they were thrown away', async () => {
    const { id } = await saveView(records, 'dung', content('Tạm'), now);
    await deleteView(records, 'dung', id, later);
    expect(await names('dung')).toEqual(['Chung']);
    await expect(changeView(records, { owner: 'dung', id }, { name: 'x' }, later)).rejects.toThrow('bring it back first');
    await undeleteView(records, 'dung', id);
    expect(await names('dung')).toEqual(['Chung', 'Tạm']);
  });

  it('can be what a reader begins with, one for each reader, as long as they are there', async () => {
    const { id } = await saveView(records, 'an', content('Nhà', true), now);
    await setHomeView(records, 'giang', id);
    expect(await homeView(records, 'giang')).toBe(id);
    expect(await homeView(records, 'an')).toBeNull();
    await changeView(records, { owner: 'an', id }, { isShared: false }, later);
    expect(await homeView(records, 'giang')).toBeNull();
    await expect(setHomeView(records, 'hai', id)).rejects.toThrow('There is no such view.');
    await setHomeView(records, 'an', id);
    await deleteView(records, 'an', id, later);
    expect(await homeView(records, 'an')).toBeNull();
  });
});
