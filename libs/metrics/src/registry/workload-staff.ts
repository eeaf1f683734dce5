import { beyondWall, sql } from '@evenhand/warehouse';
import { FACTS } from '../facts/facts';
import { type MetricDefinition, type Rule, type Term } from './definition';
import { NONE, STAFFING } from './standards';

const isDecisive: Rule = () => sql`(status IN (9, 10) OR step IN ('signed', 'approved', 'issued'))`;

/** Handing over a result is left to whom the dossier system names; who decides is looked up in the register of staff as well. */
const isByContract: Rule = ({ known }) => sql`(agent_class IN ('contract', 'helper') OR (status != 10 AND arrayExists(
    stretch -> happened_on >= stretch.1 AND happened_on < stretch.2,
    (SELECT CAST((groupArray(person), groupArray(stretches)), 'Map(String, Array(Tuple(Date, Date)))') FROM (${beyondWall(sql`
      SELECT toString(staff) AS person, groupArray((started_on, ifNull(ended_on, toDate('2149-06-06')))) AS stretches
      FROM ${known.rows(FACTS.staff_posting)} WHERE staff_class != 'civil_servant' AND staff != '' GROUP BY person
    `)}))[toString(agent)])))`;

const decisive: Term = { entity: 'dossier_event', cases: isDecisive, hits: isByContract };
const forbidden: Term = { entity: 'dossier_event', cases: (context) => sql`${isDecisive(context)} AND ${isByContract(context)}` };
const mayDecide: Term = {
  entity: 'posting_day',
  cases: () =>
    sql`staff_class != 'civil_servant' AND hasAny(splitByChar(';', replaceAll(permitted_actions, ' ', '')), ['approve', 'sign'])`,
  distinct: ['staff'],
};
const civilServants: Term = { entity: 'posting_day', cases: () => sql`staff_class = 'civil_servant'` };
const pointDays: Term = { entity: 'posting_day', cases: () => sql`1`, distinct: ['point_code', 'posted_on'] };
const helped: Term = {
  entity: 'activity_count',
  cases: () => sql`activity IN ('assisted_submission', 'assisted_declaration')`,
  amount: () => sql`toInt64(quantity)`,
};
const shared = () => sql`officers > 1`;
const moved: Term = { entity: 'officer_day', cases: shared, amount: () => sql`abs(work_ms - due_ms)` };
const done: Term = { entity: 'officer_day', cases: shared, amount: () => sql`work_ms` };

const common = { version: 1 } as const;
const limits = {
  vi: 'Yêu cầu của thành phố: lao động hợp đồng chỉ hỗ trợ, hướng dẫn, không làm công việc có tính quyết định quyền lực hành chính.',
  en: 'City requirement: contract staff support and guide only and do nothing that decides for the administration.',
};
const deciding = {
  vi: 'Bước quyết định: hồ sơ đã xử lý xong (9), đã trả kết quả (10), hoặc bước ký, phê duyệt, ban hành',
  en: 'Decisive steps: processed (9), result returned (10), or signed, approved, issued',
};
const who = {
  vi: 'lao động hợp đồng: theo hệ thống hồ sơ, hoặc (trừ bước trả kết quả) theo danh sách bố trí nhân sự của ngày đó',
  en: 'contract staff: as the dossier system says, or (but for handing over) as the register of staff says for the day',
};

/** Who does what at a point. */
export const WORKLOAD_STAFF: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'contract_decisions',
    label: { vi: 'Bước quyết định do lao động hợp đồng thực hiện', en: 'Decisive steps taken by contract staff' },
    description: {
      vi: 'Có bao nhiêu lần lao động hợp đồng làm việc chỉ công chức được làm; phải bằng 0.',
      en: 'How often contract staff did what only civil servants may do; it must be 0.',
    },
    formula: { vi: `${deciding.vi}; ${who.vi}.`, en: `${deciding.en}; ${who.en}.` },
    unit: 'count',
    direction: 'down',
    standard: NONE,
    source: limits,
    computation: { kind: 'count', of: forbidden },
  },
  {
    ...common,
    id: 'contract_decision_rate',
    label: { vi: 'Tỷ lệ bước quyết định do lao động hợp đồng thực hiện', en: 'Share of decisive steps taken by contract staff' },
    description: {
      vi: 'Cứ 100 bước quyết định thì bao nhiêu bước do lao động hợp đồng thực hiện.',
      en: 'Of 100 decisive steps, how many contract staff took.',
    },
    formula: {
      vi: `Số bước do lao động hợp đồng thực hiện ÷ mọi bước quyết định. ${deciding.vi}; ${who.vi}.`,
      en: `Those taken by contract staff ÷ all decisive steps. ${deciding.en}; ${who.en}.`,
    },
    unit: 'share',
    direction: 'down',
    standard: NONE,
    source: limits,
    computation: { kind: 'rate', of: decisive },
  },
  {
    ...common,
    id: 'contract_may_decide',
    label: { vi: 'Nhân sự không phải công chức được quyền phê duyệt, ký', en: 'People other than civil servants who may approve or sign' },
    description: {
      vi: 'Có bao nhiêu người không phải công chức được cấp quyền phê duyệt hoặc ký; phải bằng 0.',
      en: 'How many people who are no civil servants are permitted to approve or to sign; it must be 0.',
    },
    formula: {
      vi: 'Số người khác nhau có quyền phê duyệt hoặc ký, không phải công chức, được bố trí trong kỳ.',
      en: 'Different people posted in the range who are no civil servants and may approve or sign.',
    },
    unit: 'count',
    direction: 'down',
    standard: NONE,
    source: limits,
    level: 'staff',
    computation: { kind: 'count', of: mayDecide },
  },
  {
    ...common,
    id: 'civil_servants_posted',
    label: { vi: 'Số công chức được bố trí', en: 'Civil servants posted' },
    description: {
      vi: 'Trung bình mỗi ngày làm việc một điểm có bao nhiêu công chức được bố trí.',
      en: 'How many civil servants belong to a point on a working day, on average.',
    },
    formula: {
      vi: 'Tổng số công chức được bố trí của từng ngày làm việc ÷ số cặp điểm và ngày có bố trí nhân sự.',
      en: 'Civil servants posted, added up over working days ÷ pairs of point and day with anybody posted.',
    },
    unit: 'count',
    direction: 'up',
    standard: STAFFING,
    source: {
      vi: 'Dự kiến của Thành phố Hồ Chí Minh: 12–16 công chức cho mỗi trung tâm phục vụ hành chính công cấp xã.',
      en: 'As Ho Chi Minh City plans: 12–16 civil servants for each commune-level service centre.',
    },
    computation: { kind: 'ratio', top: civilServants, bottom: pointDays, by: 'n' },
  },
  {
    ...common,
    id: 'people_helped',
    label: { vi: 'Lượt người dân được hỗ trợ', en: 'People helped' },
    description: {
      vi: 'Có bao nhiêu lượt người dân được hướng dẫn nộp hồ sơ trực tuyến hoặc kê khai.',
      en: 'How often people were helped to submit online or to fill in a declaration.',
    },
    formula: {
      vi: 'Tổng số lượt hỗ trợ nộp hồ sơ trực tuyến và hỗ trợ kê khai, theo ngày.',
      en: 'Online submissions and declarations made with help, by day.',
    },
    unit: 'count',
    direction: 'none',
    standard: null,
    source: null,
    computation: { kind: 'total', of: helped, scale: 1 },
  },
  {
    ...common,
    id: 'load_spread',
    label: { vi: 'Độ lệch tải giữa các cán bộ', en: 'Spread of load between officers' },
    description: {
      vi: 'Phải chuyển bao nhiêu phần công việc trong ngày để mỗi cán bộ của điểm làm đúng phần theo thời gian trực của mình.',
      en: 'Which part of a day’s work would have to change hands for each officer to do as much as their time at the counter calls for.',
    },
    formula: {
      vi: 'Theo từng điểm và từng ngày có từ hai cán bộ: một nửa tổng chênh lệch giữa thời gian phục vụ và phần đáng lẽ phải làm (chia theo thời gian trực) ÷ tổng thời gian phục vụ; 0 là đều. Ngẫu nhiên cũng gây ra một phần chênh lệch.',
      en: 'For each point and day with two officers or more: half of the differences between serving time and what was due by time at the counter ÷ all serving time; 0 is even. Some of it is chance.',
    },
    unit: 'share',
    direction: 'down',
    standard: null,
    source: {
      vi: 'Chỉ số Hoover theo thời gian trực quầy.',
      en: 'Hoover’s index, by time at the counter.',
    },
    level: 'staff',
    computation: { kind: 'ratio', top: moved, bottom: done, by: 'sum', scale: 2 },
  },
];
