import { beyondWall, literal, sql, type Sql, trusted } from '@evenhand/warehouse';
import { dossier } from '../facts/dossier';
import type { MetricDefinition, RuleContext, Term } from './definition';
import { knownDay, momentDay, workingDays } from './due-rules';

/** Curves run up to so many working days; what takes longer counts as that. */
const LONGEST = 250;
/** A field of its own has a curve of its own from so many ended dossiers on; the others share that of the city. */
const ENOUGH_ENDED = 100;
const LEARNED_FROM_DAYS = 365;
const CITY = literal('*');

const number = (value: number): Sql => trusted(String(value));
const days = (count: Sql): Sql => sql`toUInt32(least(${number(LONGEST)}, greatest(0, ${count})))`;

/** How many dossiers ended, and were still open, after so many working days: by field, and for the city under its own name. */
const lasting = (context: RuleContext): Sql => sql`
  SELECT arrayJoin([toString(field_code), ${CITY}]) AS field,
    ${days(workingDays(sql`received_on`, sql`ifNull(finished_on, ${knownDay(context)})`))} AS lasted,
    toUInt32(countIf(finished_on IS NOT NULL)) AS ended_then, toUInt32(countIf(finished_on IS NULL)) AS open_then
  FROM ${context.known.rows(dossier)}
  WHERE received_on > ${knownDay(context)} - ${number(LEARNED_FROM_DAYS)} AND (finished_on IS NOT NULL OR status NOT IN (3, 7))
  GROUP BY field, lasted`;

/**
 * (fields, curves one after the other), the city first. A curve begins with 1 and goes on with the shares that last longer than
 * 0, 1, 2 … working days. Every end counts, of whatever kind: who withdrew is not late. Those still open count as long as they
 * were seen (Kaplan and Meier).
 */
const curves = (context: RuleContext): Sql => {
  const there = sql`arrayReverse(arrayCumSum(arrayReverse(arrayMap((e, o) -> e + o, ended, open))))`;
  const fallen = sql`arrayCumSum(arrayMap((e, n) -> if(n = 0, 0., log(1 - e / n)), ended, ${there}))`;
  const perDay = number(LONGEST + 1);
  return sql`(SELECT (groupArray(field), arrayFlatten(groupArray(curve))) FROM (
    SELECT field, groupArrayInsertAt(0, ${perDay})(ended_then, lasted) AS ended, groupArrayInsertAt(0, ${perDay})(open_then, lasted) AS open,
      arrayPushFront(arrayMap(x -> exp(x), ${fallen}), 1.) AS curve
    FROM (${beyondWall(lasting(context))})
    GROUP BY field HAVING arraySum(ended) >= ${number(ENOUGH_ENDED)} OR field = ${CITY} ORDER BY field != ${CITY}, field))`;
};

/** The chance that an open dossier is still open when its due day ends, given how long it has been open. */
function chanceOfLate(context: RuleContext): Sql {
  const known = curves(context);
  const share = (count: Sql): Sql =>
    sql`${known}.2[(greatest(1, indexOf(${known}.1, toString(field_code))) - 1) * ${number(LONGEST + 2)} + ${count} + 1]`;
  // During a day it may still end on that day; a moment at midnight closes the day before.
  const isDayOver = sql`(toDate(${context.moment}, ${literal(context.city.zone)}) > ${momentDay(context)})`;
  const seen = share(sql`${days(workingDays(sql`received_on`, momentDay(context)))} + ${isDayOver}`);
  const due = share(sql`${days(workingDays(sql`received_on`, sql`due_on`))} + 1`);
  return sql`ifNull(least(1, ${due} / nullIf(${seen}, 0)), 1)`;
}

const notDueYet: Term = {
  entity: 'dossier',
  isStock: true,
  cases: ({ moment }) => sql`ifNull(due_at >= ${moment}, false)`,
  amount: chanceOfLate,
};

const method = {
  vi: 'Với mỗi hồ sơ đang giải quyết chưa quá hạn: xác suất còn dở khi hết ngày hẹn trả, S(tuổi + số ngày còn lại) ÷ S(tuổi), tính bằng ngày làm việc từ lúc tiếp nhận; S là đường Kaplan–Meier của lĩnh vực (của cả thành phố nếu lĩnh vực có dưới 100 hồ sơ kết thúc) trên hồ sơ tiếp nhận trong 365 ngày gần nhất, mọi cách kết thúc đều là kết thúc',
  en: 'For each open dossier that is not overdue: the chance to be open still when its due day ends, S(age + days left) ÷ S(age), in working days from reception; S is the Kaplan–Meier curve of its field (of the city for a field of fewer than 100 ended dossiers) over dossiers received in the latest 365 days, every kind of end being an end',
};
const common = { direction: 'down', standard: null, version: 1, source: null } as const;

/** What will be late next if work goes on as it did. */
export const OUTLOOK: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'dossiers_expected_late',
    label: { vi: 'Số hồ sơ dự kiến trễ hạn', en: 'Dossiers expected to be late' },
    description: {
      vi: 'Trong số hồ sơ chưa đến hạn, dự kiến bao nhiêu hồ sơ sẽ trễ nếu tiếp tục làm như trước nay.',
      en: 'Of the dossiers that are not due yet, how many are expected to be late if work goes on as it did.',
    },
    formula: { vi: `${method.vi}; cộng các xác suất lại.`, en: `${method.en}; the chances added up.` },
    unit: 'count',
    computation: { kind: 'total', of: notDueYet, scale: 1 },
  },
  {
    ...common,
    id: 'expected_late_rate',
    label: { vi: 'Tỷ lệ hồ sơ dự kiến trễ hạn', en: 'Share expected to be late' },
    description: {
      vi: 'Cứ 100 hồ sơ chưa đến hạn thì dự kiến bao nhiêu hồ sơ sẽ trễ nếu tiếp tục làm như trước nay.',
      en: 'Of 100 dossiers that are not due yet, how many are expected to be late if work goes on as it did.',
    },
    formula: { vi: `${method.vi}; trung bình của các xác suất.`, en: `${method.en}; the mean of the chances.` },
    unit: 'share',
    computation: { kind: 'ratio', top: notDueYet, bottom: notDueYet, by: 'sum_per_case' },
  },
];
