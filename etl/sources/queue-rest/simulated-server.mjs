// A simulated queue system: 250 invented tickets of one morning, a page of 100 at a time, behind the key "simulated".
// node etl/sources/queue-rest/simulated-server.mjs [port]
import { createServer } from 'node:http';
import process from 'node:process';

const PAGE = 100;
const at = (seconds) => new Date(Date.parse('2026-10-05T01:00:00Z') + seconds * 1000).toISOString();
const tickets = Array.from({ length: 250 }, (_, index) => {
  const [created, called, served] = [at(index * 40), at(index * 40 + 600), at(index * 40 + 1200)];
  const isNoShow = index % 25 === 24;
  return {
    id: `simulated-${index}`,
    location: `P${index % 4}`,
    line: ['land', 'justice', 'household'][index % 3],
    status: isNoShow ? 'NOSHOW' : 'SERVED',
    created: { date: created },
    called: { date: called, desk: `desk-${index % 5}`, caller: `agent-${index % 5}` },
    ...(isNoShow ? {} : { served: { date: served } }),
    changed: { date: isNoShow ? called : served },
  };
});

const server = createServer((request, response) => {
  const reply = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.headers['x-rest-api-key'] !== 'simulated') return reply(401, { message: 'The key is wrong.' });
  if (pathname !== '/v1/tickets') return reply(404, { message: 'There are only tickets.' });
  const wanted = tickets.filter(({ changed }) => changed.date >= (searchParams.get('changedSince') ?? ''));
  const from = Number(searchParams.get('cursor') ?? 0);
  const next = from + PAGE < wanted.length ? String(from + PAGE) : null;
  return reply(200, { data: wanted.slice(from, from + PAGE), paging: { next } });
});
server.listen(Number(process.argv[2] ?? 8099), '127.0.0.1', () => {
  process.stdout.write(`The simulated queue system answers at http://127.0.0.1:${server.address().port}/v1/tickets\n`);
});
