import { addDays, type Day } from '@evenhand/domain';
import type { Formats } from '../../format/formats';
import type { Words } from '../../i18n/words';

/** The first day of an entry that names none. */
const ALWAYS = '1970-01-01';

/** From when to when something holds, in words. */
export function validityOf(from: Day, to: Day | null, { words, formats }: { readonly words: Words; readonly formats: Formats }): string {
  if (to !== null) return formats.range({ from, to: to > from ? to : addDays(from, 1) });
  return from <= ALWAYS ? words.say('calendar.always') : words.say('calendar.since', { day: formats.day(from) });
}
