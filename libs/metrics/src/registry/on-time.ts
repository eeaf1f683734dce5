import { identifier, literal, sql, type Sql } from '@evenhand/warehouse';
import type { MetricDefinition, RollupColumns, Rule, RuleContext, Term } from './definition';
import { ON_TIME } from './standards';

/** A due day is over when the city's clock, as far as the feeds tell, has passed its end. */
const isOver = (due: Sql, { city, known }: RuleContext): Sql =>
  sql`ifNull(${due} < toDate(${known.until('dossier')}, ${literal(city.zone)}), false)`;

const fellDue: Term = {
  entity: 'dossier',
  day: 'due_on',
  // 3: not received, 7: withdrawn by the applicant.
  cases: (context) => sql`status NOT IN (3, 7) AND ${isOver(sql`due_on`, context)}`,
  hits: () => sql`ifNull(finished_on <= due_on, false)`,
  rollup: { n: 'due', hits: 'due_on_time', days: (context) => isOver(sql`day`, context) },
};

const finishedWith = (due: 'due_on' | 'due_at', hits: Rule, rollup: RollupColumns): Term => ({
  entity: 'dossier',
  day: 'finished_on',
  cases: () => sql`finished_at IS NOT NULL AND ${identifier(due)} IS NOT NULL`,
  hits,
  rollup,
});

const byDay = finishedWith('due_on', () => sql`ifNull(finished_on <= due_on, false)`, { n: 'settled_dated', hits: 'settled_on_time' });
const byInstant = finishedWith('due_at', () => sql`ifNull(finished_at <= due_at, false)`, {
  n: 'settled_due_at',
  hits: 'settled_on_time_instant',
});
const bySecond = finishedWith(
  'due_at',
  () =>
    sql`intDiv(toUnixTimestamp64Milli(assumeNotNull(finished_at)), 1000) <= intDiv(toUnixTimestamp64Milli(assumeNotNull(due_at)), 1000)`,
  { n: 'settled_due_at', hits: 'settled_on_time_second' },
);

const closedOnly = {
  vi: 'Chỉ tính hồ sơ kết thúc trong kỳ; hồ sơ không có hạn không được tính',
  en: 'Only dossiers finished in the range; those without a due date are left out',
};
const law = {
  vi: 'Nghị định 118/2025/NĐ-CP; so theo ngày hẹn trả trên giấy tiếp nhận.',
  en: 'Decree 118/2025/NĐ-CP; held against the due day on the reception slip.',
};
const common = { unit: 'share', direction: 'up', version: 1 } as const;

/** Which share of dossiers is settled on time, by each rule in use. */
export const ON_TIME_RATES: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn', en: 'On-time rate' },
    description: {
      vi: 'Cứ 100 hồ sơ đến hạn thì bao nhiêu hồ sơ xong đúng hạn, tính cả hồ sơ còn dở.',
      en: 'Of 100 dossiers that fell due, how many were settled in time, unfinished ones included.',
    },
    formula: {
      vi: 'Hồ sơ kết thúc không muộn hơn ngày hẹn trả ÷ mọi hồ sơ có ngày hẹn trả trong kỳ và đã qua; trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút.',
      en: 'Finished no later than the due day ÷ all whose due day lies in the range and is over; refused and withdrawn dossiers are left out.',
    },
    standard: ON_TIME,
    source: law,
    computation: { kind: 'rate', of: fellDue },
  },
  {
    ...common,
    id: 'settled_on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn của hồ sơ đã giải quyết', en: 'On-time rate of settled dossiers' },
    description: {
      vi: 'Cứ 100 hồ sơ đã xong thì bao nhiêu hồ sơ đúng hạn, theo ngày.',
      en: 'Of 100 settled dossiers, how many were in time by calendar day.',
    },
    formula: {
      vi: `${closedOnly.vi}; đúng hạn khi ngày kết thúc không sau ngày hẹn trả, theo giờ của thành phố.`,
      en: `${closedOnly.en}; in time when the day of the end is not after the due day, in the city's zone.`,
    },
    standard: ON_TIME,
    source: law,
    computation: { kind: 'rate', of: byDay },
  },
  {
    ...common,
    id: 'settled_on_time_rate_instant',
    label: { vi: 'Tỷ lệ đúng hạn của hồ sơ đã giải quyết (đúng thời điểm)', en: 'On-time rate of settled dossiers (exact instant)' },
    description: {
      vi: 'Như trên, nhưng so đúng thời điểm hẹn trả đến mili giây.',
      en: 'The same, held against the due instant to the millisecond.',
    },
    formula: {
      vi: `${closedOnly.vi}; đúng hạn khi thời điểm kết thúc không sau thời điểm hẹn trả.`,
      en: `${closedOnly.en}; in time when the instant of the end is not after the due instant.`,
    },
    standard: null,
    source: null,
    computation: { kind: 'rate', of: byInstant },
  },
  {
    ...common,
    id: 'settled_on_time_rate_second',
    label: { vi: 'Tỷ lệ đúng hạn của hồ sơ đã giải quyết (tròn giây)', en: 'On-time rate of settled dossiers (whole seconds)' },
    description: { vi: 'Như trên, nhưng bỏ phần lẻ của giây.', en: 'The same, with fractions of a second dropped.' },
    formula: {
      vi: `${closedOnly.vi}; so thời điểm kết thúc với thời điểm hẹn trả sau khi bỏ phần lẻ của giây.`,
      en: `${closedOnly.en}; both instants cut to whole seconds before they are compared.`,
    },
    standard: null,
    source: null,
    computation: { kind: 'rate', of: bySecond },
  },
];
