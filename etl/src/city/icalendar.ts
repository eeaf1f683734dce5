import { addDays, DAY_KINDS, isDay, type Day, type DayKind } from '@evenhand/domain';
import type { CalendarDay } from '@evenhand/records';

/** A property of an event: its parameters are left out, only whole days are read. */
type Properties = ReadonlyMap<string, string>;

interface Event {
  /** Where the event begins in the text. */
  readonly line: number;
  readonly properties: Properties;
}

/** Lines that begin with a space go on with the one before (RFC 5545, 3.1). */
const unfolded = (text: string): string[] => text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);

function eventsOf(text: string): Event[] {
  const events: Event[] = [];
  let open: Map<string, string> | undefined;
  unfolded(text).forEach((line, index) => {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') {
      open = new Map();
      events.push({ line: index + 1, properties: open });
    } else if (line === 'END:VEVENT') open = undefined;
    else open?.set(name.toUpperCase(), value);
  });
  return events;
}

/** `20260217` or `20260217T000000Z` as a day. */
function dayOf(value: string | undefined): Day | undefined {
  const day = value?.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
  return day !== undefined && isDay(day) ? day : undefined;
}

const textOf = (value: string | undefined): string | null =>
  value?.replaceAll('\\n', ' ').replaceAll(/\\(.)/g, '$1').normalize('NFC').trim() || null;

const kindOf = (categories: string | undefined): DayKind => {
  const named = categories?.toLowerCase().split(',') ?? [];
  return DAY_KINDS.find((kind) => named.includes(kind)) ?? 'holiday';
};

/** Longer than any holiday: an event beyond it is a mistake in the file. */
const LONGEST_EVENT = 31;

/**
 * Reads the events of an iCalendar file as days off. An event is a holiday unless its CATEGORIES name another kind of day;
 * DTEND is excluded and one day long where it is missing.
 */
export function readICalendar(text: string): { readonly days: readonly CalendarDay[]; readonly problems: readonly string[] } {
  const days: CalendarDay[] = [];
  const problems: string[] = [];
  for (const { line, properties } of eventsOf(text)) {
    const from = dayOf(properties.get('DTSTART'));
    const to = properties.has('DTEND') ? dayOf(properties.get('DTEND')) : from && addDays(from, 1);
    if (from === undefined || to === undefined || to <= from || to > addDays(from, LONGEST_EVENT)) {
      problems.push(
        `The event at line ${line}: DTSTART "${properties.get('DTSTART') ?? ''}" and DTEND "${properties.get('DTEND') ?? ''}" must be days, at most ${LONGEST_EVENT} apart.`,
      );
      continue;
    }
    const said = {
      kind: kindOf(properties.get('CATEGORIES')),
      note: textOf(properties.get('SUMMARY')),
      source: textOf(properties.get('URL')),
    };
    for (let day = from; day < to; day = addDays(day, 1)) days.push({ day, ...said, standing: 'official', decidedOn: null });
  }
  return { days, problems };
}
