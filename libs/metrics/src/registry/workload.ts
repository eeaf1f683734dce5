import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Term } from './definition';
import { settled } from './dossiers';
import { OCCUPANCY } from './standards';
import { served } from './tickets';

/** Helpers guide people and serve at no counter. */
const atCounters = () => sql`staff_class != 'helper'`;
/** One officer at a counter on one day. */
export const officerDay: Term = { entity: 'shift', cases: atCounters, distinct: ['staff', 'worked_on'] };
const shifts: Term = {
  entity: 'shift',
  cases: atCounters,
  amount: () => sql`dateDiff('millisecond', started_at, ended_at) - toInt64(paused_ms)`,
};
/** Services that took as long as one can. */
export const plausibleService: Term = {
  entity: 'ticket',
  // Shorter than 10 seconds or longer than 4 hours is a button pressed by mistake.
  cases: () => sql`outcome != 'void' AND ifNull(service_ms BETWEEN 10000 AND 14400000, false)`,
  amount: () => sql`assumeNotNull(service_ms)`,
  rollup: { n: 'serving_n', sum: 'serving_ms' },
};

const common = { standard: null, version: 1, source: null } as const;

/** How loaded the staff are. */
export const WORKLOAD: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'officer_days',
    label: { vi: 'Ngày công', en: 'Officer-days' },
    description: { vi: 'Tổng số ngày làm việc của cán bộ tại quầy.', en: 'How many days officers worked at counters, added up.' },
    formula: { vi: 'Số cặp khác nhau của cán bộ và ngày có ca trực.', en: 'Distinct pairs of officer and day with a shift.' },
    unit: 'count',
    direction: 'none',
    computation: { kind: 'count', of: officerDay },
  },
  {
    ...common,
    id: 'tickets_per_officer_day',
    label: { vi: 'Lượt phục vụ mỗi ngày công', en: 'Tickets per officer-day' },
    description: { vi: 'Một cán bộ phục vụ bao nhiêu lượt trong một ngày.', en: 'How many people one officer serves in a day.' },
    formula: { vi: 'Số lượt được phục vụ ÷ số ngày công.', en: 'Tickets served ÷ officer-days.' },
    unit: 'per_officer_day',
    direction: 'none',
    computation: { kind: 'ratio', top: served, bottom: officerDay, by: 'n' },
  },
  {
    ...common,
    id: 'dossiers_per_officer_day',
    label: { vi: 'Hồ sơ giải quyết mỗi ngày công', en: 'Dossiers per officer-day' },
    description: {
      vi: 'Mỗi ngày công ứng với bao nhiêu hồ sơ giải quyết xong.',
      en: 'How many dossiers are settled for one day of one officer.',
    },
    formula: {
      vi: 'Số hồ sơ kết thúc trong kỳ ÷ số ngày công.',
      en: 'Dossiers finished in the range ÷ officer-days.',
    },
    unit: 'per_officer_day',
    direction: 'none',
    computation: { kind: 'ratio', top: settled, bottom: officerDay, by: 'n' },
  },
  {
    ...common,
    id: 'counter_occupancy',
    label: { vi: 'Mức bận của quầy', en: 'Counter occupancy' },
    description: { vi: 'Phần thời gian trực quầy dành để phục vụ người dân.', en: 'The share of staffed time spent serving people.' },
    formula: {
      vi: 'Thời gian phục vụ (các lượt từ 10 giây đến 4 giờ) ÷ thời gian trực quầy trừ thời gian tạm nghỉ.',
      en: 'Serving time (services of 10 seconds to 4 hours) ÷ staffed time less pauses.',
    },
    unit: 'share',
    direction: 'down',
    standard: OCCUPANCY,
    computation: { kind: 'ratio', top: plausibleService, bottom: shifts, by: 'sum' },
  },
];
