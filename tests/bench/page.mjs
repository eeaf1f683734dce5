import { join } from 'node:path';
import { callsOf } from './page-calls.mjs';
import { serve } from './server.mjs';

const REQUESTS = 120;

const shifted = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same page over other days, so that nothing the server remembers can answer it. */
const moved = ({ questions }, days) => ({
  questions: Object.fromEntries(
    Object.entries(questions).map(([id, question]) => [
      id,
      { ...question, from: shifted(question.from, -days), to: shifted(question.to, -days) },
    ]),
  ),
});

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Milliseconds of calls made one after the other. */
async function timed(call) {
  const times = [];
  for (let index = 0; index < REQUESTS; index++) {
    const started = performance.now();
    const response = await call(index);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** A page's batched call against `SELECT 1` over the same path: HTTP, server, engine and back. */
export async function page({ folder, figure, say }) {
  const data = process.env.EVENHAND_BENCH_DATA ?? join(folder, 'data');
  say(`Starting on ${data}; the simulated city is loaded when it is not there yet …`);
  const server = await serve(data);
  try {
    const { city } = await callsOf(server, { city: '/city' });
    const [{ accept, ...body }] = city.calls;
    const post = (content) =>
      fetch(`${server.url}/api/answers`, {
        method: 'POST',
        headers: { ...server.headers, accept, 'content-type': 'application/json' },
        body: JSON.stringify(content),
      });
    await timed(() => fetch(`${server.url}/api/health/ready`));
    const least = await timed(() => fetch(`${server.url}/api/health/ready`));
    const fresh = await timed((index) => post(moved(body, index)));
    const again = await timed(() => post(body));
    const count = Object.keys(body.questions).length;
    figure({ case: 'SELECT 1 over the same path, median', value: least.median, unit: 'ms' });
    figure({
      case: `City page (${count} questions), days nobody asked before, median`,
      value: fresh.median,
      unit: 'ms',
      baseline: least.median,
    });
    figure({ case: `City page (${count} questions), days nobody asked before, p95`, value: fresh.p95, unit: 'ms', baseline: least.p95 });
    figure({ case: `City page (${count} questions), asked again, median`, value: again.median, unit: 'ms', baseline: least.median });
    figure({ case: `City page (${count} questions), asked again, p95`, value: again.p95, unit: 'ms', baseline: least.p95 });
  } finally {
    await server.stop();
  }
}
