import { literal, sql } from '@evenhand/warehouse';
import type { MetricDefinition } from './definition';
import { DUE_LAW, fellDue, isLate, overDays, workingDays, workingDaysLate } from './due-rules';

const everyLateDay = fellDue({ amount: (context) => sql`if(${isLate}, ${workingDaysLate(context)}, 0)` });
const late = fellDue({ amount: workingDaysLate }, isLate);
const inTimeApology = fellDue({ hits: () => sql`ifNull(apology_at <= due_at, false)` }, isLate);
const anyApology = fellDue({ hits: () => sql`apology_at IS NOT NULL` }, isLate);
const belatedApology = fellDue({ hits: () => sql`ifNull(apology_at > due_at, false)` }, sql`${isLate} AND apology_at IS NOT NULL`);
const apologised = fellDue(
  { amount: ({ city }) => sql`toInt64(greatest(0, ${workingDays(sql`due_on`, sql`toDate(apology_at, ${literal(city.zone)})`)}))` },
  sql`${isLate} AND apology_at IS NOT NULL`,
);
const moved = fellDue({
  hits: () => sql`ifNull(due_on > first_due_on, false)`,
  rollup: { n: 'due', hits: 'due_extended', days: overDays },
});

const severity = {
  vi: 'Số ngày làm việc sau ngày hẹn trả đến ngày kết thúc (lịch làm việc của thành phố); hồ sơ chưa xong tính đến ngày dữ liệu mới nhất, nên là mức ít nhất',
  en: 'Working days after the due day up to the day of the end (the city’s calendar); unfinished dossiers count up to the latest known day, so it is at least this',
};
const form = {
  vi: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết (Mẫu 04, Thông tư 03/2025/TT-VPCP), gửi trước khi hết hạn.',
  en: 'Letter of apology with a request for more time (form 04 of Circular 03/2025/TT-VPCP), to be sent before the due date.',
};
const days = { unit: 'days', direction: 'down', standard: null, version: 1, source: DUE_LAW } as const;
const apology = { unit: 'share', standard: null, version: 1, source: form } as const;

/** How late late dossiers are, and whether anybody said sorry. */
export const LATENESS: readonly MetricDefinition[] = [
  {
    ...days,
    id: 'late_days_mean',
    label: { vi: 'Số ngày trễ trung bình của mỗi hồ sơ đến hạn', en: 'Mean days late of a dossier that fell due' },
    description: {
      vi: 'Tính đều cho mọi hồ sơ đến hạn, mỗi hồ sơ trễ ít nhất bao nhiêu ngày làm việc.',
      en: 'Spread over all dossiers that fell due, by how many working days each was late at least.',
    },
    formula: {
      vi: `${severity.vi}; tổng ÷ mọi hồ sơ đến hạn đã qua, hồ sơ đúng hạn tính 0.`,
      en: `${severity.en}; sum ÷ all that fell due, those in time with 0.`,
    },
    computation: { kind: 'mean', of: everyLateDay, scale: 1 },
  },
  {
    ...days,
    id: 'late_days_median',
    label: { vi: 'Số ngày trễ trung vị của hồ sơ trễ', en: 'Median days late of late dossiers' },
    description: {
      vi: 'Một nửa số hồ sơ trễ hạn trễ không quá chừng này ngày làm việc.',
      en: 'Half of the late dossiers were late by no more working days than this.',
    },
    formula: { vi: `${severity.vi}; trung vị (loại 7) của hồ sơ trễ.`, en: `${severity.en}; median (type 7) over late dossiers.` },
    computation: { kind: 'quantile', of: late, share: 0.5, scale: 1 },
  },
  {
    ...days,
    id: 'late_days_p90',
    label: { vi: 'Số ngày trễ của 10 % trễ lâu nhất (P90)', en: 'Days late of the worst tenth (P90)' },
    description: {
      vi: 'Cứ 10 hồ sơ trễ hạn thì 1 hồ sơ trễ nhiều ngày làm việc hơn thế.',
      en: 'One late dossier in ten was late by more working days than this.',
    },
    formula: {
      vi: `${severity.vi}; phân vị 90 (loại 7) của hồ sơ trễ.`,
      en: `${severity.en}; 90th percentile (type 7) over late dossiers.`,
    },
    computation: { kind: 'quantile', of: late, share: 0.9, scale: 1 },
  },
  {
    ...apology,
    id: 'apology_rate',
    label: { vi: 'Tỷ lệ hồ sơ trễ được xin lỗi kịp thời', en: 'Share of late dossiers with a timely apology' },
    description: {
      vi: 'Cứ 100 hồ sơ trễ hạn thì bao nhiêu hồ sơ có văn bản xin lỗi trước khi hết hạn.',
      en: 'Of 100 late dossiers, for how many an apology was issued before they fell due.',
    },
    formula: {
      vi: 'Hồ sơ trễ có văn bản xin lỗi không muộn hơn thời điểm hẹn trả ÷ hồ sơ đến hạn trong kỳ mà không xong trong ngày hẹn trả.',
      en: 'Late dossiers whose apology is no later than the due instant ÷ dossiers that fell due in the range and were not finished on the due day.',
    },
    direction: 'up',
    computation: { kind: 'rate', of: inTimeApology },
  },
  {
    ...apology,
    id: 'any_apology_rate',
    label: { vi: 'Tỷ lệ hồ sơ trễ có văn bản xin lỗi', en: 'Share of late dossiers with an apology' },
    description: {
      vi: 'Cứ 100 hồ sơ trễ hạn thì bao nhiêu hồ sơ có văn bản xin lỗi, sớm hay muộn.',
      en: 'Of 100 late dossiers, for how many an apology was issued, early or late.',
    },
    formula: {
      vi: 'Hồ sơ trễ có văn bản xin lỗi ÷ hồ sơ đến hạn trong kỳ mà không xong trong ngày hẹn trả.',
      en: 'Late dossiers with an apology ÷ dossiers that fell due in the range and were not finished on the due day.',
    },
    differsFrom: [
      {
        metric: 'apology_rate',
        why: {
          vi: 'Văn bản phải gửi trước khi hết hạn; ở đây văn bản gửi muộn cũng được tính.',
          en: 'The letter is due before the dossier is; here letters that came later count as well.',
        },
      },
    ],
    direction: 'up',
    computation: { kind: 'rate', of: anyApology },
  },
  {
    ...apology,
    id: 'belated_apology_rate',
    label: { vi: 'Tỷ lệ xin lỗi sau khi đã quá hạn', en: 'Share of apologies that came too late' },
    description: {
      vi: 'Cứ 100 văn bản xin lỗi cho hồ sơ trễ thì bao nhiêu văn bản chỉ gửi sau khi đã quá hạn.',
      en: 'Of 100 apologies for late dossiers, how many were issued only after the due date.',
    },
    formula: {
      vi: 'Văn bản xin lỗi sau thời điểm hẹn trả ÷ hồ sơ trễ có văn bản xin lỗi.',
      en: 'Apologies after the due instant ÷ late dossiers with an apology.',
    },
    direction: 'down',
    computation: { kind: 'rate', of: belatedApology },
  },
  {
    ...apology,
    id: 'apology_delay_median',
    label: { vi: 'Số ngày trung vị từ ngày hẹn trả đến khi xin lỗi', en: 'Median days from the due day to the apology' },
    description: {
      vi: 'Một nửa số văn bản xin lỗi cho hồ sơ trễ được gửi không quá chừng này ngày làm việc sau ngày hẹn trả; 0 là không muộn hơn ngày hẹn.',
      en: 'Half of the apologies for late dossiers came no more working days after the due day than this; 0 is no later than the due day.',
    },
    formula: {
      vi: 'Số ngày làm việc sau ngày hẹn trả đến ngày gửi văn bản xin lỗi (lịch làm việc của thành phố), gửi không muộn hơn ngày hẹn trả tính 0; trung vị (loại 7) của hồ sơ trễ có văn bản xin lỗi.',
      en: 'Working days after the due day up to the day of the apology (the city’s calendar), 0 for those no later than the due day; median (type 7) over late dossiers with an apology.',
    },
    differsFrom: [
      {
        metric: 'late_days_median',
        why: {
          vi: 'Số ngày trễ đếm đến khi hồ sơ kết thúc; ở đây đếm đến khi người dân được xin lỗi, và chỉ với hồ sơ có văn bản xin lỗi.',
          en: 'Days late count up to the end of the dossier; here they count up to the apology, for dossiers that have one.',
        },
      },
    ],
    unit: 'days',
    direction: 'down',
    computation: { kind: 'quantile', of: apologised, share: 0.5, scale: 1 },
  },
  {
    ...apology,
    id: 'due_date_moved_rate',
    label: { vi: 'Tỷ lệ hồ sơ bị dời ngày hẹn', en: 'Share of due dates that were moved' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn thì bao nhiêu hồ sơ đã bị dời ngày hẹn trả so với lần đầu.',
      en: 'Of 100 dossiers that fell due, how many had been promised for an earlier day first.',
    },
    formula: {
      vi: 'Hồ sơ có ngày hẹn trả sau ngày hẹn đầu tiên ÷ mọi hồ sơ đến hạn đã qua.',
      en: 'Dossiers whose due day is later than the first one ÷ all that fell due.',
    },
    direction: 'down',
    source: DUE_LAW,
    computation: { kind: 'rate', of: moved },
  },
];
