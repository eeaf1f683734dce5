// A simulated queue system: a morning of invented tickets at one point, event by event.
//   node simulated-sender.mjs print [day]            writes the events as JSON lines
//   node simulated-sender.mjs send <server> [day]    posts them, signed with QUEUE_EVENTS_SECRET
import { createHmac } from 'node:crypto';
import process from 'node:process';

const TICKETS = 60;
const EVENTS_PER_CALL = 25;
const [verb = 'print', ...rest] = process.argv.slice(2);
const server = verb === 'send' ? rest.shift() : undefined;
const day = rest.shift() ?? '2026-10-05';

const at = (seconds) => new Date(Date.parse(`${day}T08:00:00+07:00`) + seconds * 1000).toISOString();

/** What happens to one ticket: every tenth person leaves, every fifteenth is sent to another counter. */
function story(number) {
  const ticket = `${day}-${String(number).padStart(3, '0')}`;
  const issued = number * 120;
  const called = issued + 240 + (number % 7) * 60;
  const counter = `C${number % 4}`;
  const told = (event, seconds, more = {}) => ({
    ticket,
    id: `${ticket}-${event}-${seconds}`,
    event,
    point: 'P1',
    field: 'land',
    at: at(seconds),
    ...more,
  });
  if (number % 10 === 9) return [told('issued', issued), told('called', called, { counter }), told('no_show', called + 90)];
  const first = [told('issued', issued), told('called', called, { counter }), told('started', called + 20, { counter })];
  if (number % 15 !== 14) return [...first, told('finished', called + 500, { counter })];
  const moved = called + 200;
  const other = { counter: 'C9' };
  return [
    ...first,
    told('transferred', moved),
    told('called', moved + 180, other),
    told('started', moved + 200, other),
    told('finished', moved + 700, other),
  ];
}

const events = Array.from({ length: TICKETS }, (_, number) => story(number))
  .flat()
  .sort((a, b) => (a.at < b.at ? -1 : 1));
const lines = (some) => some.map((event) => `${JSON.stringify(event)}\n`).join('');

async function send(some) {
  const body = lines(some);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', process.env['QUEUE_EVENTS_SECRET'] ?? '')
    .update(`${timestamp}.${body}`)
    .digest('hex');
  const headers = { 'content-type': 'application/x-ndjson', 'x-timestamp': timestamp, 'x-signature': signature };
  const response = await fetch(`${server}/api/queue-events/queue-events`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`The server answers ${response.status}: ${await response.text()}`);
}

if (verb === 'print') process.stdout.write(lines(events));
else {
  for (let from = 0; from < events.length; from += EVENTS_PER_CALL) await send(events.slice(from, from + EVENTS_PER_CALL));
  process.stdout.write(`${events.length} events of ${TICKETS} tickets were sent.\n`);
}
