import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadWithEvenhand } from './measured.mjs';
import { serve } from './server.mjs';
import { issuedAt, writeTicketLog } from './ticket-log.mjs';

const NEW = 9_000;
const CORRECTED = 1_000;
const FILES = 5;
/** A look costs the server time that the load then lacks; what is printed may be later than the truth by so much. */
const LOOK_EVERY_MS = 50;
/** After the last day of the log, so that the answer is nothing but the new tickets. */
const DAY = '2026-10-31';

const text = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const line = (id, at, outcome) =>
  [id, 'P001', 'F1', '1', 'A1', text(at), text(at + 300), text(at + 320), text(at + 900), outcome].join(',');

/** A file as a queue system sends it every few minutes: tickets of a new day, and some of the last ones told anew. */
function writeBatch(path, number, rows) {
  const opening = Date.parse(`${DAY}T08:00:00Z`) / 1000;
  const fresh = Array.from({ length: NEW }, (_, index) => line(`N${number}-${index}`, opening + 3 * index, 'served'));
  const last = rows - 1 - number * CORRECTED;
  const again = Array.from({ length: CORRECTED }, (_, index) => line(`T${last - index}`, issuedAt(last - index, rows), 'no_show'));
  writeFileSync(path, ['ticket,point,field,counter,agent,issued,called,started,finished,outcome', ...fresh, ...again, ''].join('\n'));
}

async function ticketsOfDay({ url, headers }) {
  const next = new Date(Date.parse(`${DAY}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const tickets = { metrics: ['tickets'], by: [], from: DAY, to: next, where: [], exact: false };
  const response = await fetch(`${url}/api/answers`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ questions: { tickets } }),
  });
  const { answers } = await response.json();
  if (!answers.tickets.answer) throw new Error(`no answer: ${JSON.stringify(answers)}`);
  return answers.tickets.answer.rows[0]?.values.tickets.value ?? 0;
}

/** Milliseconds from dropping a file to the first answer that contains all of it; nothing between must contain a part. */
async function seen(server, file, drop) {
  const before = await ticketsOfDay(server);
  const started = performance.now();
  renameSync(file, join(drop, basename(file)));
  for (;;) {
    const now = await ticketsOfDay(server);
    if (now !== before && now < before + NEW) throw new Error(`an answer held a part of the file: ${now - before} tickets`);
    if (now > before) return performance.now() - started;
    if (performance.now() - started > 120_000) throw new Error('the file was not seen within two minutes');
    await new Promise((wait) => setTimeout(wait, LOOK_EVERY_MS));
  }
}

const settled = async ({ url, headers }) => {
  for (;;) {
    const { runs } = await (await fetch(`${url}/api/runs`, { headers })).json();
    if (runs.every(({ status }) => status !== 'running')) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
};

/** A file of 10,000 rows on top of many: the time until an answer contains it. */
export async function incremental({ folder, rows, figure, say }) {
  const data = join(folder, 'data');
  const log = join(folder, 'tickets.csv');
  say(`Writing and loading ${rows.toLocaleString('en')} tickets …`);
  await writeTicketLog(log, rows);
  await loadWithEvenhand(data, log);
  const server = await serve(data, { EVENHAND_CITY: 'tests/bench/city.yml' });
  try {
    const drop = join(data, 'drop/bench-tickets');
    mkdirSync(drop, { recursive: true });
    const times = [];
    for (let number = 0; number < FILES; number++) {
      const file = join(data, 'drop', `batch-${number}.csv`);
      writeBatch(file, number, rows);
      times.push(await seen(server, file, drop));
      await settled(server);
      say(`file ${number + 1}: ${times.at(-1).toFixed(0)} ms`);
    }
    times.sort((a, b) => a - b);
    const title = `10,000 rows on top of ${rows.toLocaleString('en')}: from the file to an answer with it`;
    figure({ case: `${title}, median of ${FILES}`, value: times[Math.floor(times.length / 2)], unit: 'ms' });
    figure({ case: `${title}, slowest`, value: times.at(-1), unit: 'ms' });
  } finally {
    await server.stop();
  }
}
