import type { DataSource } from 'typeorm';
import { openRecords } from '../open-records';
import { bringNoteBack, changeNote, notesIn, takeNoteBack, writeNote } from './notes';

const now = new Date('2026-11-02T02:00:00Z');
const later = new Date('2026-11-03T02:00:00Z');
const OCTOBER = { from: '2026-10-01', to: '2026-11-01', places: 'all', most: 50 } as const;
const note = (author: string, text: string, from = '2026-10-05', to = '2026-10-06', place = 'city') => ({
  ...{ author, authorName: `Chị ${author}`, text, from, to, place },
});
const anything = (): void => undefined;

describe('dated notes', () => {
  let records: DataSource;
  beforeAll(async () => (records = await openRecords('memory')), 60_000);
  afterEach(() => records.query('DELETE FROM note'));
  afterAll(() => records.destroy());
  const texts = async (wanted: object = {}): Promise<readonly string[]> =>
    (await notesIn(records, { ...OCTOBER, ...wanted })).notes.map(({ text }) => text);

  it('are found in every range that they touch, the latest days first', async () => {
    await writeNote(records, note('an', 'Mất điện'), now);
    await writeNote(records, note('an', 'Tập huấn', '2026-09-28', '2026-10-02'), now);
    await writeNote(records, note('an', 'Tháng Chín', '2026-09-28', '2026-10-01'), now);
    expect(await texts()).toEqual(['Mất điện', 'Tập huấn']);
    expect(await notesIn(records, { ...OCTOBER, most: 1 })).toMatchObject({ notes: [{ text: 'Mất điện' }], total: 2 });
  });

  it('are found at the places that are asked for, and nowhere without any', async () => {
    await writeNote(records, note('an', 'Ở P1', '2026-10-05', '2026-10-06', 'point:P1'), now);
    await writeNote(records, note('an', 'Ở P2', '2026-10-05', '2026-10-06', 'point:P2'), now);
    expect(await texts({ places: ['point:P2', 'city'] })).toEqual(['Ở P2']);
    expect(await texts({ places: [] })).toEqual([]);
  });

  it('are changed and taken back by their author alone', async () => {
    const { id } = await writeNote(records, note('an', 'Mất điện'), now);
    const foreign = { author: 'binh', id };
    for (const attempt of [
      changeNote(records, foreign, (one) => one, later),
      takeNoteBack(records, foreign, later),
      bringNoteBack(records, foreign, anything),
    ])
      await expect(attempt).rejects.toThrow('You have no such note.');
    const { before, after } = await changeNote(records, { author: 'an', id }, (one) => ({ ...one, text: 'Mất điện 2 giờ' }), later);
    expect([before.text, before.version, after.text, after.version, after.changedAt]).toEqual(['Mất điện', 1, 'Mất điện 2 giờ', 2, later]);
    expect(await texts()).toEqual(['Mất điện 2 giờ']);
  });

  it('that are written again as they stand stay the same version', async () => {
    const { id } = await writeNote(records, note('an', 'Mất điện'), now);
    const { after } = await changeNote(records, { author: 'an', id }, (one) => one, later);
    expect([after.version, after.changedAt]).toEqual([1, now]);
  });

  it('come back after they were taken back, unless that may not be', async () => {
    const which = { author: 'an', id: (await writeNote(records, note('an', 'Mất điện'), now)).id };
    await takeNoteBack(records, which, later);
    expect(await texts()).toEqual([]);
    await expect(changeNote(records, which, (one) => one, later)).rejects.toThrow('bring it back first');
    const refuse = (): never => {
      throw new Error('not yours any more');
    };
    await expect(bringNoteBack(records, which, refuse)).rejects.toThrow('not yours any more');
    await bringNoteBack(records, which, anything);
    expect(await texts()).toEqual(['Mất điện']);
  });
});
