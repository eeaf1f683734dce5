import { unreadableEvents } from './refusals';

/** Events of one call. */
export interface EventLines {
  readonly count: number;
  /** One JSON object per line, as the load reads it. */
  readonly text: string;
}

const MOST_EVENTS = 10_000;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadableEvents(`${place} is no JSON.`);
  }
}

/** Lines stay as they were written, so that no digit of a long number is lost. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries())
    if (!isObject(parsed(line, `Line ${index + 1}`))) throw unreadableEvents(`Line ${index + 1} is no JSON object.`);
  return lines;
}

function documentOf(text: string): string[] {
  const document = parsed(text, 'The body');
  const events: readonly unknown[] = Array.isArray(document) ? document : [document];
  const wrong = events.findIndex((event) => !isObject(event));
  if (wrong >= 0) throw unreadableEvents(`Event ${wrong + 1} is no JSON object.`);
  return events.map((event) => JSON.stringify(event));
}

/**
 * Reads the events of a call: one JSON object, a list of them, or JSON lines. What stands in an event is judged by the
 * contract when it is loaded. Throws a refusal that says what is wrong first.
 */
export function eventsIn(body: Buffer, contentType: string): EventLines {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw unreadableEvents('The body is not UTF-8.');
  }
  const events = /^application\/(x-ndjson|jsonl|x-jsonlines)\b/i.test(contentType) ? linesOf(text) : documentOf(text);
  if (events.length === 0) throw unreadableEvents('The body holds no event.');
  if (events.length > MOST_EVENTS) throw unreadableEvents(`The body holds ${events.length} events; send at most ${MOST_EVENTS} at once.`);
  return { count: events.length, text: events.map((event) => `${event}\n`).join('') };
}
