import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWithEvenhand } from './measured.mjs';
import { serve } from './server.mjs';
import { writeTicketLog } from './ticket-log.mjs';

/** More than a sheet of Excel holds. */
const ROWS = 1_100_000;
const YEAR = { from: '2025-11-01', to: '2026-11-08' };
/** Two working days hold about 10,000 of the tickets. */
const FEW = { from: '2025-11-03', to: '2025-11-05' };

const peakOf = ({ pid }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Takes a file piece by piece and keeps none of it. */
async function taken({ url, headers }, format, { from, to }) {
  const started = performance.now();
  const response = await fetch(`${url}/api/rows/export?metric=tickets&format=${format}&from=${from}&to=${to}`, { headers });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  let bytes = 0;
  for await (const piece of response.body) bytes += piece.length;
  const [shown, total] = response.headers.get('x-rows').split(' of ').map(Number);
  return { bytes, shown, total, seconds: (performance.now() - started) / 1000 };
}

/** A fresh server for each file: the largest resident set of a process never shrinks. */
async function ofFreshServer(data, env, format, range) {
  const server = await serve(data, env);
  try {
    const before = peakOf(server);
    const file = await taken(server, format, range);
    return { ...file, before, peak: peakOf(server) };
  } finally {
    await server.stop();
  }
}

/** Peak memory and speed of files of a million rows against files of ten thousand. */
export async function exported({ folder, figure, say }) {
  const data = join(folder, 'data');
  const log = join(folder, 'tickets.csv');
  say(`Writing and loading ${ROWS.toLocaleString('en')} tickets …`);
  await writeTicketLog(log, ROWS);
  await loadWithEvenhand(data, log);
  const env = { EVENHAND_CITY: 'tests/bench/city.yml' };
  for (const format of ['csv', 'xlsx', 'pdf']) {
    say(`Exporting ${format} …`);
    const few = await ofFreshServer(data, env, format, FEW);
    const many = await ofFreshServer(data, env, format, YEAR);
    const count = many.shown.toLocaleString('en');
    figure({
      case: `Peak of the server, ${format}, ${count} of ${many.total.toLocaleString('en')} rows, against ${few.shown.toLocaleString('en')}`,
      value: many.peak,
      unit: 'MB',
      baseline: few.peak,
    });
    figure({ case: `Peak above the server at rest, ${format}, ${count} rows`, value: many.peak - many.before, unit: 'MB' });
    figure({ case: `Rows per second, ${format}, ${count} rows`, value: many.shown / many.seconds, unit: 'rows/s' });
    figure({ case: `Size, ${format}, ${count} rows`, value: many.bytes / 1024 / 1024, unit: 'MB' });
  }
}
