import { param, sql, type Sql } from '@evenhand/warehouse';
import type { MetricDefinition, Rule, RuleContext, Term } from './definition';
import { earliest, latest, momentDay, workingDayAfter, workingDays } from './due-rules';

/** Due within so many working days, the due day included: early enough to do something about it. */
const SOON_WORKING_DAYS = 2;

const isOverdue = ({ moment }: RuleContext): Sql => sql`ifNull(due_at < ${moment}, false)`;
const lateBy = (context: RuleContext): Sql => workingDays(sql`due_on`, momentDay(context));

const stock = (cases: Rule, more: Pick<Term, 'amount' | 'stays'> = {}): Term => ({ entity: 'dossier', isStock: true, cases, ...more });

const RECEIVED = sql`received_at`;
const FINISHED = sql`finished_at`;
/** Received and promised for some day. */
const promised = sql`if(due_at IS NULL, NULL, received_at)`;
const untilDue = earliest(sql`due_at`, FINISHED);

const dueSoon = stock(
  (context) =>
    sql`ifNull(due_at >= ${context.moment}, false) AND ${workingDays(momentDay(context), sql`due_on`)} <= ${param('Int32', SOON_WORKING_DAYS)}`,
  { stays: (context) => ({ from: latest(promised, workingDayAfter(sql`due_on`, -SOON_WORKING_DAYS, context)), to: untilDue }) },
);
const notDueYet = stock(({ moment }) => sql`ifNull(due_at >= ${moment}, false)`, { stays: () => ({ from: promised, to: untilDue }) });
const dueNever = stock(() => sql`due_at IS NULL`, { stays: () => ({ from: sql`if(due_at IS NULL, received_at, NULL)`, to: FINISHED }) });
const oldest = stock(isOverdue, { amount: (context) => sql`toInt64(greatest(0, ${lateBy(context)}))` });

interface Band {
  readonly id: string;
  /** Working days after the due day, both included. */
  readonly from: number;
  readonly to: number | null;
  readonly vi: string;
  readonly en: string;
}

const BANDS: readonly Band[] = [
  { id: 'dossiers_overdue_to_2', from: 0, to: 2, vi: 'đến 2 ngày làm việc', en: 'up to 2 working days' },
  { id: 'dossiers_overdue_3_to_5', from: 3, to: 5, vi: 'từ 3 đến 5 ngày làm việc', en: '3 to 5 working days' },
  { id: 'dossiers_overdue_6_to_10', from: 6, to: 10, vi: 'từ 6 đến 10 ngày làm việc', en: '6 to 10 working days' },
  { id: 'dossiers_overdue_11_to_20', from: 11, to: 20, vi: 'từ 11 đến 20 ngày làm việc', en: '11 to 20 working days' },
  { id: 'dossiers_overdue_over_20', from: 21, to: null, vi: 'trên 20 ngày làm việc', en: 'more than 20 working days' },
];

const inBand =
  ({ from, to }: Band): Rule =>
  (context) => {
    const late = sql`greatest(0, ${lateBy(context)})`;
    const upper = to === null ? sql`` : sql` AND ${late} <= ${param('Int32', to)}`;
    return sql`${isOverdue(context)} AND ${late} >= ${param('Int32', from)}${upper}`;
  };

const whileInBand =
  ({ from, to }: Band): NonNullable<Term['stays']> =>
  (context) => {
    const overdue = latest(RECEIVED, sql`due_at`);
    return {
      from: from === 0 ? overdue : latest(overdue, workingDayAfter(sql`due_on`, from, context)),
      to: to === null ? FINISHED : earliest(workingDayAfter(sql`due_on`, to + 1, context), FINISHED),
    };
  };

const common = { unit: 'count', direction: 'down', standard: null, version: 1, source: null } as const;

const banded = (band: Band): MetricDefinition => ({
  ...common,
  id: band.id,
  label: { vi: `Hồ sơ quá hạn ${band.vi}`, en: `Overdue by ${band.en}` },
  description: {
    vi: `Bao nhiêu hồ sơ chưa xong đã quá hạn ${band.vi}.`,
    en: `How many unfinished dossiers were past their due date by ${band.en}.`,
  },
  formula: {
    vi: 'Hồ sơ quá hạn chưa giải quyết, theo số ngày làm việc sau ngày hẹn trả đến ngày tính (lịch làm việc của thành phố); các nhóm cộng lại bằng tổng số hồ sơ quá hạn.',
    en: 'Overdue dossiers by the working days after the due day up to the day of counting (the city’s calendar); the bands add up to all overdue dossiers.',
  },
  computation: { kind: 'count', of: stock(inBand(band), { stays: whileInBand(band) }) },
});

/** What lies undone: what can still be saved, and for how long the rest has been late. */
export const BACKLOG: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'dossiers_in_time',
    label: { vi: 'Hồ sơ đang giải quyết còn trong hạn', en: 'Open dossiers within their time' },
    description: { vi: 'Bao nhiêu hồ sơ chưa xong và chưa đến hạn.', en: 'How many unfinished dossiers were not due yet.' },
    formula: {
      vi: 'Hồ sơ đang giải quyết có thời điểm hẹn trả từ thời điểm tính trở đi.',
      en: 'Open dossiers whose due instant is the moment of counting or later.',
    },
    direction: 'none',
    computation: { kind: 'count', of: notDueYet },
  },
  {
    ...common,
    id: 'dossiers_at_risk',
    label: { vi: 'Hồ sơ sắp đến hạn', en: 'Dossiers due soon' },
    description: {
      vi: `Bao nhiêu hồ sơ chưa xong mà chỉ còn nhiều nhất ${SOON_WORKING_DAYS} ngày làm việc.`,
      en: `How many unfinished dossiers had at most ${SOON_WORKING_DAYS} working days left.`,
    },
    formula: {
      vi: `Hồ sơ đang giải quyết chưa quá hạn, còn không quá ${SOON_WORKING_DAYS} ngày làm việc sau ngày tính đến ngày hẹn trả (lịch làm việc của thành phố).`,
      en: `Open dossiers that are not overdue with no more than ${SOON_WORKING_DAYS} working days after the day of counting up to the due day (the city’s calendar).`,
    },
    computation: { kind: 'count', of: dueSoon },
  },
  ...BANDS.map(banded),
  {
    ...common,
    id: 'oldest_overdue',
    label: { vi: 'Hồ sơ quá hạn lâu nhất (ngày làm việc)', en: 'Oldest overdue dossier (working days)' },
    description: {
      vi: 'Hồ sơ để quá hạn lâu nhất đã trễ bao nhiêu ngày làm việc.',
      en: 'By how many working days the dossier that is overdue longest is late.',
    },
    formula: {
      vi: 'Giá trị lớn nhất của số ngày làm việc sau ngày hẹn trả đến ngày tính, trong các hồ sơ quá hạn chưa giải quyết.',
      en: 'The largest number of working days after the due day up to the day of counting, over overdue dossiers.',
    },
    unit: 'days',
    computation: { kind: 'quantile', of: oldest, share: 1, scale: 1 },
  },
  {
    ...common,
    id: 'dossiers_without_due_date',
    label: { vi: 'Hồ sơ đang giải quyết không có ngày hẹn trả', en: 'Open dossiers without a due date' },
    description: {
      vi: 'Bao nhiêu hồ sơ chưa xong mà không ai hẹn ngày trả, nên không bao giờ quá hạn.',
      en: 'How many unfinished dossiers were promised for no day and so are never overdue.',
    },
    formula: { vi: 'Hồ sơ đang giải quyết không có ngày hẹn trả.', en: 'Open dossiers that have no due date.' },
    computation: { kind: 'count', of: dueNever },
  },
];
