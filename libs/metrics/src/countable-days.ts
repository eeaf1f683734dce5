import { because, InvalidQuery, type TimeRange } from '@evenhand/domain';

/** The days that the engine can count. */
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '2149-06-06';

/** Refuses days that the engine cannot count. Throws {@link InvalidQuery} with the field at fault and what is allowed. */
export function checkCountable({ from, to }: TimeRange): void {
  if (from < FIRST_DAY)
    throw new InvalidQuery(
      'from',
      `"${from}" is too early; the first day is ${FIRST_DAY}.`,
      because('too_early', { value: from, first: FIRST_DAY }),
    );
  if (to > LAST_DAY)
    throw new InvalidQuery('to', `"${to}" is too late; the last day is ${LAST_DAY}.`, because('too_late', { value: to, last: LAST_DAY }));
}
