import { identifier, sql } from '@evenhand/warehouse';
import type { MetricDefinition, RollupColumns, Rule, Term } from './definition';
import { DUE_LAW, fellDue, inCohort, isOver, momentDay, overDays } from './due-rules';
import { ON_TIME } from './standards';

const cohort = fellDue({
  hits: () => sql`ifNull(finished_on <= due_on, false)`,
  rollup: { n: 'due', hits: 'due_on_time', days: overDays },
});

/** The same cohort by the day that was promised first. */
const firstPromise: Term = {
  entity: 'dossier',
  day: 'first_due_on',
  cases: (context) => sql`${inCohort} AND ${isOver(sql`first_due_on`, context)}`,
  hits: () => sql`ifNull(finished_on <= first_due_on, false)`,
  rollup: { n: 'first_due', hits: 'first_due_on_time', days: overDays },
};

/** As the national portal counts: what was settled in the range and what is open at its end, whatever is not due yet in time. */
const asPortal: Term = {
  entity: 'dossier',
  isStock: true,
  withSettled: true,
  cases: () => sql`${inCohort} AND due_on IS NOT NULL`,
  hits: (context) =>
    sql`if(ifNull(finished_at < ${context.moment}, false), assumeNotNull(finished_on), ${momentDay(context)}) <= assumeNotNull(due_on)`,
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
    source: DUE_LAW,
    computation: { kind: 'rate', of: cohort },
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
    differsFrom: [
      {
        metric: 'on_time_rate',
        why: {
          vi: 'Hồ sơ quá hạn còn để đó không được tính cho đến khi đóng, nên để hồ sơ khó lại làm con số này đẹp lên; tỷ lệ đúng hạn tính chúng ngay khi qua hạn.',
          en: 'Overdue dossiers are not counted until they are closed, so leaving hard ones open improves this figure; the on-time rate counts them as soon as their due day is over.',
        },
      },
    ],
    standard: ON_TIME,
    source: DUE_LAW,
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
  {
    ...common,
    id: 'portal_on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn theo cách tính của Cổng dịch vụ công', en: 'On-time rate as the national portal counts' },
    description: {
      vi: 'Cứ 100 hồ sơ đã xong hoặc đang giải quyết thì bao nhiêu hồ sơ đúng hạn hoặc còn trong hạn.',
      en: 'Of 100 dossiers settled or in progress, how many were in time or are not due yet.',
    },
    formula: {
      vi: '(Hồ sơ kết thúc trong kỳ đúng hạn + hồ sơ đang giải quyết cuối kỳ chưa quá hạn) ÷ (hồ sơ kết thúc trong kỳ + hồ sơ đang giải quyết cuối kỳ); chỉ hồ sơ có ngày hẹn trả, trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút.',
      en: '(Settled in time in the range + open and not past due at its end) ÷ (settled in the range + open at its end); dossiers with a due day only, refused and withdrawn ones left out.',
    },
    differsFrom: [
      {
        metric: 'on_time_rate',
        why: {
          vi: 'Hồ sơ chưa đến hạn được tính là đúng hạn, nên tiếp nhận thêm hồ sơ mới làm con số này tăng mà chưa giải quyết được gì; tỷ lệ đúng hạn chỉ tính hồ sơ đã qua hạn.',
          en: 'Dossiers that are not due yet count as in time, so a surge of new ones raises this figure before anything is settled; the on-time rate counts only those whose due day is over.',
        },
      },
    ],
    standard: null,
    source: {
      vi: 'Quyết định 766/QĐ-TTg, nhóm tiến độ giải quyết, theo cách các hệ thống dùng dữ liệu của Cổng dịch vụ công quốc gia tính.',
      en: 'Decision 766/QĐ-TTg, progress group, as systems that use the data of the national portal count it.',
    },
    computation: { kind: 'rate', of: asPortal },
  },
  {
    ...common,
    id: 'first_promise_on_time_rate',
    label: { vi: 'Tỷ lệ đúng hạn so với lần hẹn đầu', en: 'On-time rate by the first promise' },
    description: {
      vi: 'Cứ 100 hồ sơ thì bao nhiêu hồ sơ xong đúng ngày đã hẹn lần đầu, dù sau đó có hẹn lại.',
      en: 'Of 100 dossiers, how many were settled by the day that was promised first, whatever was promised later.',
    },
    formula: {
      vi: 'Hồ sơ kết thúc không muộn hơn ngày hẹn trả đầu tiên ÷ mọi hồ sơ có ngày hẹn trả đầu tiên trong kỳ và đã qua; trừ hồ sơ không được tiếp nhận và hồ sơ công dân rút.',
      en: 'Finished no later than the first due day ÷ all whose first due day lies in the range and is over; refused and withdrawn dossiers are left out.',
    },
    differsFrom: [
      {
        metric: 'on_time_rate',
        why: {
          vi: 'Dời ngày hẹn, kể cả vì yêu cầu bổ sung, làm tỷ lệ đúng hạn đẹp lên; lần hẹn đầu thì không đổi được.',
          en: 'Moving a due day, for more papers as well, improves the on-time rate; the first promise stays.',
        },
      },
    ],
    standard: null,
    source: DUE_LAW,
    computation: { kind: 'rate', of: firstPromise },
  },
];
