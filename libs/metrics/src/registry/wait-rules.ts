import { param, sql, type Sql } from '@evenhand/warehouse';
import { MS_PER_MINUTE, type RuleContext } from './definition';

/** Tests and misprints have nobody behind them. */
export const notVoid = (): Sql => sql`outcome != 'void'`;

/** The city's limit for a wait, in milliseconds. */
export const waitLimit = ({ city }: RuleContext): Sql => sql`${param('Int64', Math.round(city.longWaitMinutes * MS_PER_MINUTE))}`;

/** How long somebody who still stands in line has waited, as far as the source of the ticket has told. */
export const waitedSoFar = ({ known }: RuleContext): Sql => sql`dateDiff('millisecond', issued_at, ${known.untilBySource('ticket')})`;

/** Each ticket counts once: called after too long, gone uncalled after too long, or standing in line for too long. */
export const waitedLong = (context: RuleContext): Sql => {
  const threshold = waitLimit(context);
  return sql`outcome != 'void' AND multiIf(
    wait_ms IS NOT NULL, assumeNotNull(wait_ms) > ${threshold},
    waited_until_left_ms IS NOT NULL, assumeNotNull(waited_until_left_ms) > ${threshold},
    outcome = 'waiting', ${waitedSoFar(context)} > ${threshold},
    false)`;
};

/** People who were called, who left before, and who still wait. Of a ticket that the system closed nobody knows how long it waited. */
export const waitedSomehow = (): Sql =>
  sql`outcome != 'void' AND (wait_ms IS NOT NULL OR waited_until_left_ms IS NOT NULL OR outcome = 'waiting')`;

/** How long they waited, or had waited when they left or when the source last told of them. */
export const waitedAtLeast = (context: RuleContext): Sql =>
  sql`multiIf(wait_ms IS NOT NULL, assumeNotNull(wait_ms), waited_until_left_ms IS NOT NULL, assumeNotNull(waited_until_left_ms), greatest(0, ${waitedSoFar(context)}))`;

const source = {
  vi: 'Yêu cầu của thành phố: không để người dân chờ quá 20 phút khi nộp hồ sơ.',
  en: 'City requirement: nobody waits more than 20 minutes to submit a dossier.',
};

/** What every metric of waiting that is better when smaller has in common. */
export const WAITING = { direction: 'down', version: 1, source } as const;
