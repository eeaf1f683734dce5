import { param, sql } from '@evenhand/warehouse';
import { TASK_MINUTES } from '../workload/task-minutes';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';
import { OCCUPANCY } from './standards';

const allWork: Term = { entity: 'work', cases: () => sql`1`, amount: () => sql`work_ms` };
const services: Term = { entity: 'work', cases: () => sql`kind = 'service'`, amount: () => sql`work_ms` };
const atCounters: Term = { entity: 'staffed', cases: () => sql`staff_class != 'helper'`, amount: () => sql`staffed_ms` };
const overloaded: Term = {
  entity: 'point_slot',
  // Whoever was there for less than a minute was leaving or arriving.
  cases: () => sql`staffed_ms >= 60000`,
  hits: () => sql`work_ms > ${param('Float64', OCCUPANCY.value)} * staffed_ms`,
};

const minutes = TASK_MINUTES.at(-1)?.values;
const cutting = {
  vi: 'Mỗi lượt phục vụ (từ 10 giây đến 4 giờ) được chia vào các nửa giờ mà nó diễn ra; thời gian tạm nghỉ được chia đều trong ca trực vì không ai báo lúc nghỉ',
  en: 'Each service (of 10 seconds to 4 hours) is cut into the half-hours in which it took place; pauses are spread evenly over their shift, since nobody told when they were',
};
const tasks = {
  vi: `mỗi văn bản được tính ${minutes?.document} phút, mỗi phần việc hộ tịch của thủ tục liên thông ${minutes?.interlinked} phút (mức đề xuất, vì không ai đo)`,
  en: `each document counts for ${minutes?.document} minutes, each civil-status part of an interlinked procedure for ${minutes?.interlinked} (proposed, for nobody measures them)`,
};
const common = { version: 1, source: null } as const;
const overload = {
  vi: 'Yêu cầu của thành phố: không để quá tải; 85 % là mức đề xuất.',
  en: 'City requirement: no overload; 85% is proposed.',
};

/** Minutes of work against minutes at the counters, down to the half-hour and the officer. */
export const WORK_MINUTES: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'work_minutes',
    label: { vi: 'Số phút làm việc', en: 'Minutes of work' },
    description: {
      vi: 'Phục vụ người dân và xử lý văn bản hết tất cả bao nhiêu phút.',
      en: 'How many minutes it took to serve people and to do the tasks that were given.',
    },
    formula: { vi: `${cutting.vi}; ${tasks.vi}.`, en: `${cutting.en}; ${tasks.en}.` },
    unit: 'minutes',
    direction: 'none',
    standard: null,
    computation: { kind: 'total', of: allWork, scale: MS_PER_MINUTE },
  },
  {
    ...common,
    id: 'staffed_minutes',
    label: { vi: 'Số phút trực quầy', en: 'Minutes at the counters' },
    description: {
      vi: 'Cán bộ có mặt tại quầy tất cả bao nhiêu phút, đã trừ thời gian tạm nghỉ.',
      en: 'For how many minutes officers were at their counters, pauses taken off.',
    },
    formula: {
      vi: `Ca trực trừ thời gian tạm nghỉ; không kể người hỗ trợ. ${cutting.vi}.`,
      en: `Shifts less pauses, helpers left out. ${cutting.en}.`,
    },
    unit: 'minutes',
    direction: 'none',
    standard: null,
    computation: { kind: 'total', of: atCounters, scale: MS_PER_MINUTE },
  },
  {
    ...common,
    id: 'workload_share',
    label: { vi: 'Khối lượng việc so với thời gian trực', en: 'Work against staffed time' },
    description: {
      vi: 'Công việc chiếm bao nhiêu phần thời gian trực quầy; trên 100 % là không thể làm hết trong ca.',
      en: 'Which part of the staffed time the work takes; beyond 100% it cannot be done in the shifts.',
    },
    formula: {
      vi: `Số phút làm việc ÷ số phút trực quầy. ${cutting.vi}; ${tasks.vi}.`,
      en: `Minutes of work ÷ minutes at the counters. ${cutting.en}; ${tasks.en}.`,
    },
    unit: 'share',
    direction: 'down',
    standard: OCCUPANCY,
    source: overload,
    computation: { kind: 'ratio', top: allWork, bottom: atCounters, by: 'sum' },
  },
  {
    ...common,
    id: 'half_hour_occupancy',
    label: { vi: 'Mức bận của quầy theo nửa giờ', en: 'Occupancy by half-hour' },
    description: {
      vi: 'Trong mỗi nửa giờ, cán bộ tại quầy dành bao nhiêu phần thời gian để phục vụ.',
      en: 'Which part of their time at the counter officers spent serving people, half-hour by half-hour.',
    },
    formula: { vi: `Thời gian phục vụ ÷ thời gian trực quầy. ${cutting.vi}.`, en: `Serving time ÷ staffed time. ${cutting.en}.` },
    unit: 'share',
    direction: 'down',
    standard: OCCUPANCY,
    source: overload,
    computation: { kind: 'ratio', top: services, bottom: atCounters, by: 'sum' },
  },
  {
    ...common,
    id: 'overload_share',
    label: { vi: 'Tỷ lệ nửa giờ quá tải', en: 'Share of overloaded half-hours' },
    description: {
      vi: 'Cứ 100 nửa giờ làm việc thì bao nhiêu nửa giờ mà điểm bị quá tải.',
      en: 'Of 100 half-hours with somebody at the counters, how many were overloaded.',
    },
    formula: {
      vi: `Số nửa giờ của điểm có thời gian phục vụ trên 85 % thời gian trực quầy ÷ số nửa giờ có người trực. ${cutting.vi}.`,
      en: `Half-hours of a point with serving time above 85% of the staffed time ÷ half-hours with somebody at the counters. ${cutting.en}.`,
    },
    unit: 'share',
    direction: 'down',
    standard: null,
    source: overload,
    computation: { kind: 'rate', of: overloaded },
  },
];
