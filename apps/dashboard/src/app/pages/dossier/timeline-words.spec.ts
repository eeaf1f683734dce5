import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DossierTimelinePage } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import type { Entry } from './stretches';
import { TimelineWords } from './timeline-words';

const HOUR = 3_600_000;
const entry = (at: string, kind: Entry['kind'], hours: number, clockRan: boolean, due: Entry['due'] = null): Entry => ({
  ...{ at: `2026-10-${at}:00.000Z`, kind, step: null, due, usedMs: null },
  ...{ workingMs: hours * HOUR, clockRan },
});
const [FIRST, MOVED] = ['2026-10-09T10:00:00.000Z', '2026-10-14T10:00:00.000Z'];
const timeline: DossierTimelinePage = {
  dossier: {
    ...{ code: 'H1', source: 'national', pointCode: 'P', authorityCode: 'P', procedureCode: 'x', fieldCode: 'y', channel: 'direct' },
    ...{ status: 9, supplementRequests: 1, receivedOn: '2026-10-06', submittedAt: null, receivedAt: '2026-10-06T02:00:00.000Z' },
    ...{ firstDueAt: FIRST, dueAt: MOVED, apologyAt: null, finishedAt: '2026-10-13T18:00:00.000Z', returnedAt: null },
  },
  toldUntil: '2026-10-31T00:00:00.000Z',
  limit: { unit: 'working_days', count: 3, endsAt: FIRST, endsWithStopsAt: MOVED },
  entries: [
    entry('06T02:00', 'received', 0, false),
    entry('07T02:00', 'clock_stopped', 8, true),
    entry('08T02:00', 'clock_runs', 7.5, false),
    entry('08T02:00', 'due_moved', 0, false, { before: FIRST, after: MOVED, isWhenLearnt: true }),
    entry('13T18:00', 'finished', 24.7, true),
  ],
};

describe('the words of a timeline', () => {
  let words: TimelineWords;
  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    words = TestBed.inject(TimelineWords);
  });

  it('hold the end against the due date in force and against the first promise, by days of the city', () => {
    // 18:00 in UTC is the 14th in Hanoi: still in time by the date in force, five days late by the first.
    expect(words.outcomes(timeline)).toEqual({ inForce: 'on_time', first: 'late' });
  });

  it('tell the whole life in a few sentences', () => {
    expect(words.sentence(timeline)).toBe(
      'Xong ngày 14/10/2026, đúng hạn (14/10/2026). So với lần hẹn đầu (09/10/2026) thì trễ hạn. ' +
        'Đồng hồ đã chạy 32 giờ 42 phút làm việc. Số lần dừng chờ bổ sung: 1, tổng cộng 7 giờ 30 phút. Số lần đổi ngày hẹn trả: 1.',
    );
  });

  it('say each day once, what moved, and that nobody said when', () => {
    const entries = words.entries(timeline);
    expect(entries.map(({ day }) => day)).toEqual([
      ...['Thứ Ba, 06/10/2026', 'Thứ Tư, 07/10/2026', 'Thứ Năm, 08/10/2026', '', 'Thứ Tư, 14/10/2026'],
    ]);
    expect(entries[3]?.detail).toBe('từ 17:00 09/10/2026 thành 17:00 14/10/2026; nguồn không nói lúc nào, đây là lúc hệ thống biết');
    expect(entries[1]?.since).toBe('8 giờ làm việc, đồng hồ chạy');
  });

  it('count the limit with and without the stops of the clock', () => {
    expect(words.limit(timeline)).toBe(
      '3 ngày làm việc; hết hạn lúc 17:00 09/10/2026 nếu đồng hồ không dừng; tính cả lúc dừng: 17:00 14/10/2026',
    );
  });
});
