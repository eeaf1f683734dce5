import type { Label } from '@evenhand/domain';

/** The questions of the five-question form that communes use; each has five options of 100, 75, 50, 25 and 0 points. */
export const SURVEY_QUESTIONS = {
  attitude: { vi: 'Thái độ phục vụ', en: 'Attitude of the staff' },
  waiting: { vi: 'Thời gian chờ đợi', en: 'Waiting time' },
  on_time: { vi: 'Trả kết quả đúng hẹn', en: 'Result on time' },
  apology: { vi: 'Xin lỗi, hẹn lại khi trễ hẹn', en: 'Apology for a delay' },
  facilities: { vi: 'Cơ sở vật chất', en: 'Facilities' },
} as const satisfies Readonly<Record<string, Label>>;

/** The answer of somebody whom a question does not concern: nothing was late, so nobody had to apologise. */
export const NOT_APPLICABLE = 'not_applicable';
export const SURVEY_CHOICES = ['100', '75', '50', '25', '0', NOT_APPLICABLE] as const;

/** Forms filled in faster than this many seconds were not read. */
export const SHORTEST_FILL_SECONDS = 5;
