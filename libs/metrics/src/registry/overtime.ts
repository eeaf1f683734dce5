import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';

const officerDays: Term = {
  entity: 'overtime',
  cases: () => sql`staff_class != 'helper'`,
  amount: () => sql`overtime_ms`,
  distinct: ['staff', 'worked_on'],
};

/** What it takes to finish the work of a day after the doors have closed. */
export const OVERTIME: readonly MetricDefinition[] = [
  {
    id: 'overtime_per_officer_day',
    label: { vi: 'Số phút làm ngoài giờ mỗi ngày công', en: 'Overtime per officer-day' },
    description: {
      vi: 'Trung bình mỗi ngày, một cán bộ ở lại quầy bao nhiêu phút sau giờ đóng cửa.',
      en: 'How many minutes an officer stays at the counter after closing on a day, on average.',
    },
    formula: {
      vi: 'Tổng phần ca trực sau giờ đóng cửa của điểm (ngày điểm không mở cửa: cả ca; mỗi ca không tính quá thời gian trực trừ thời gian tạm nghỉ) ÷ số ngày công; không kể người hỗ trợ và điểm chưa rõ giờ mở cửa.',
      en: 'What of shifts lies after the closing time of the point (on days on which it does not open: all of it; of no shift more than it is less its pauses), added up ÷ officer-days; helpers and points whose hours are not known are left out.',
    },
    unit: 'minutes',
    direction: 'down',
    standard: null,
    version: 1,
    source: {
      vi: 'Yêu cầu của thành phố: làm hết việc chứ không phải hết giờ; con số này cho biết cán bộ phải thêm bao nhiêu giờ.',
      en: 'City requirement: work until the work is done, not until the hours are over; this tells how many hours it takes.',
    },
    computation: { kind: 'ratio', top: officerDays, bottom: officerDays, by: 'sum_per_case', scale: MS_PER_MINUTE },
  },
];
