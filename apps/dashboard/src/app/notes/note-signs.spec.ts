import type { NoteInfo } from '@evenhand/contracts';
import { marksOf, notesAt, signNotes, signOf, weekBuckets } from './note-signs';

const note = (id: string, from: string, to: string): NoteInfo => ({
  ...{ id, from, to, place: 'city', text: id, by: 'An', isOwn: true, version: 1 },
  ...{ writtenAt: `2026-11-01T00:00:0${id.length}Z`, changedAt: '2026-11-01T00:00:00Z' },
});
const weeks = weekBuckets(['2026-10-05', '2026-10-12', '2026-10-19']);

describe('the signs of notes', () => {
  it('are letters, so that no note has the number of a documented change', () => {
    expect([0, 25, 26, 51, 52].map(signOf)).toEqual(['a', 'z', 'aa', 'az', 'ba']);
  });

  it('follow the days, and the order of writing within a day', () => {
    const signed = signNotes([
      note('later', '2026-10-12', '2026-10-13'),
      note('bb', '2026-10-05', '2026-10-06'),
      note('c', '2026-10-05', '2026-10-06'),
    ]);
    expect(signed.map(({ sign, note: { id } }) => [sign, id])).toEqual([
      ['a', 'c'],
      ['b', 'bb'],
      ['c', 'later'],
    ]);
  });

  it('stand in the week in which a note begins; it goes on to its last day', () => {
    const signed = signNotes([note('one', '2026-10-06', '2026-10-13'), note('two', '2026-10-19', '2026-10-20')]);
    expect(marksOf(signed, weeks)).toEqual([
      { bucket: '2026-10-05', sign: 'a', isOngoing: false },
      { bucket: '2026-10-12', sign: '', isOngoing: true },
      { bucket: '2026-10-19', sign: 'b', isOngoing: false },
    ]);
    expect(notesAt(signed, weeks[1]).map(({ note: { id } }) => id)).toEqual(['one']);
    expect(notesAt(signed, undefined)).toEqual([]);
  });

  it('of what began before the chart stand at its beginning; of more than two only the ends are written', () => {
    const signed = signNotes([
      note('a', '2026-09-01', '2026-10-07'),
      note('bb', '2026-10-06', '2026-10-07'),
      note('ccc', '2026-10-07', '2026-10-08'),
    ]);
    expect(marksOf(signed, weeks)).toEqual([{ bucket: '2026-10-05', sign: 'a–c', isOngoing: false }]);
    expect(marksOf(signed.slice(0, 2), weeks)).toEqual([{ bucket: '2026-10-05', sign: 'a, b', isOngoing: false }]);
  });
});
