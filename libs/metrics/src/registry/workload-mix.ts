import { dossierWeight, MILLIONTHS, ticketWeight, ticketWeights } from '../workload/mix-weights';
import type { MetricDefinition, Term } from './definition';
import { settled } from './dossiers';
import { served } from './tickets';
import { officerDay, plausibleService } from './workload';

const weighedTickets: Term = {
  entity: served.entity,
  cases: served.cases,
  amount: ticketWeight,
  dependsOnRange: true,
  weighing: { by: 'field', cases: served, measured: plausibleService, weights: ticketWeights },
};
const weighedDossiers: Term = {
  entity: settled.entity,
  day: settled.day ?? 'finished_on',
  cases: settled.cases,
  amount: dossierWeight,
  dependsOnRange: true,
};

const common = { unit: 'per_officer_day', direction: 'none', standard: null, version: 1, source: null } as const;

/** Work per officer-day as if every point had the mix of the city. */
export const WORKLOAD_MIX: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'tickets_per_officer_day_adjusted',
    label: { vi: 'Lượt phục vụ mỗi ngày công, quy đổi theo lĩnh vực', en: 'Tickets per officer-day, adjusted for mix' },
    description: {
      vi: 'Một cán bộ phục vụ bao nhiêu lượt trong một ngày, khi lượt khó được tính nhiều hơn lượt dễ.',
      en: 'How many people one officer serves in a day when a long service counts for more than a short one.',
    },
    formula: {
      vi: 'Mỗi lượt tính bằng thời gian phục vụ trung bình của lĩnh vực đó trong toàn thành phố ÷ trung bình của mọi lượt, cùng kỳ (lĩnh vực dưới 5 lượt lấy trung bình chung); tổng ÷ số ngày công. Tính cho toàn thành phố thì bằng con số chưa quy đổi.',
      en: 'Each ticket counts the mean service time of its field in the whole city ÷ that of all tickets, over the same days (fields with fewer than 5 services take the mean of all); sum ÷ officer-days. For the whole city it equals the unadjusted figure.',
    },
    computation: { kind: 'ratio', top: weighedTickets, bottom: officerDay, by: 'sum_per_case', scale: MILLIONTHS },
  },
  {
    ...common,
    id: 'dossiers_per_officer_day_adjusted',
    label: { vi: 'Hồ sơ giải quyết mỗi ngày công, quy đổi theo lĩnh vực', en: 'Dossiers per officer-day, adjusted for mix' },
    description: {
      vi: 'Mỗi ngày công ứng với bao nhiêu hồ sơ giải quyết xong, khi hồ sơ của lĩnh vực khó được tính nhiều hơn.',
      en: 'How many dossiers are settled for one day of one officer when those of laborious fields count for more.',
    },
    formula: {
      vi: 'Mỗi hồ sơ tính bằng thời gian phục vụ trung bình tại quầy của lĩnh vực đó trong toàn thành phố ÷ trung bình của mọi hồ sơ đã giải quyết, cùng kỳ; tổng ÷ số ngày công. Không ai đo thời gian xử lý hồ sơ phía sau quầy.',
      en: 'Each dossier counts the mean service time at the counter of its field in the whole city ÷ that of all dossiers settled, over the same days; sum ÷ officer-days. Nobody measures the time spent on dossiers behind the counter.',
    },
    computation: { kind: 'ratio', top: weighedDossiers, bottom: officerDay, by: 'sum_per_case', scale: MILLIONTHS },
  },
];
