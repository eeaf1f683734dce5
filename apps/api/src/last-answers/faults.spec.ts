import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageAnswerSchema, problemSchema } from '@evenhand/contracts';
import { freshDataFolder } from '@evenhand/etl/testing';
import { searchAudit } from '@evenhand/records';
import { startEngineOverHttp } from '@evenhand/warehouse/testing';
import { pino } from 'pino';
import { SeenFigures } from '../access/seen-figures';
import { insertTickets } from '../testing/handful-of-tickets';
import { role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { PATIENCE_MS } from './last-answers';

/** A cable between the server and its warehouse. */
class Cable {
  /** `cut` ends a connection in the middle of an answer. */
  state: 'whole' | 'unplugged' | 'silent' | 'cut' = 'whole';
  private readonly server: Server;
  private readonly ends = new Set<Socket>();

  constructor(private readonly to: number) {
    this.server = createServer((near) => this.join(near));
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** Changes the state for what is connected and what will be. */
  set(state: Cable['state']): void {
    this.state = state;
    for (const end of this.ends) end.destroy();
  }

  close(): Promise<void> {
    this.set('unplugged');
    return new Promise((done) => void this.server.close(() => done()));
  }

  private join(near: Socket): void {
    if (this.state === 'unplugged') return void near.destroy();
    const far = connect(this.to, '127.0.0.1');
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', () => undefined).on('close', () => this.ends.delete(end));
    }
    if (this.state === 'silent') return;
    near.pipe(far);
    if (this.state === 'whole') return void far.pipe(near);
    far.on('data', (piece: Buffer) => near.write(piece.subarray(0, Math.floor(piece.length / 2)), () => near.destroy()));
  }
}

const RANGE = 'from=2026-10-01&to=2026-11-01';
const asked = (metric: string) => ({ metrics: [metric], from: '2026-10-01', to: '2026-11-01' });

describe('a server whose warehouse fails', () => {
  let engine: Awaited<ReturnType<typeof startEngineOverHttp>>;
  let cable: Cable;
  let server: StartedServer;
  const scratch = mkdtempSync(join(tmpdir(), 'evenhand-faults-'));

  beforeAll(async () => {
    await freshDataFolder(join(scratch, 'tables')); // one engine at a time: the tables of the records are made before
    engine = await startEngineOverHttp();
    cable = new Cable(Number(new URL(engine.url).port));
    server = await startServer(pino({ level: 'silent' }), { env: { CLICKHOUSE_URL: await cable.open() } });
    await insertTickets(server.stores.warehouse);
  });
  afterEach(() => cable.set('whole'));
  afterAll(async () => {
    cable.set('whole');
    await server.stop();
    await cable.close();
    await engine.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const page = async (questions: Readonly<Record<string, unknown>>, client: Pick<StartedServer, 'post'> = server) => {
    const response = await client.post('/api/answers', { questions });
    expect(response.status).toBe(200);
    return pageAnswerSchema.parse(await response.json()).answers;
  };

  it.each(['unplugged', 'cut'] as const)(
    '[R2] gives the last good figures with their instant while it is %s, and a 503 where there are none',
    async (state) => {
      const before = Date.now();
      const good = await page({ tickets: asked('tickets') });
      expect(good['tickets']).not.toHaveProperty('staleSince');
      cable.set(state);
      const { tickets, waits } = await page({ tickets: asked('tickets'), waits: asked('wait_p90') });
      expect(tickets).toMatchObject({ ...good['tickets'], staleSince: expect.any(String) });
      expect(Date.parse((tickets as { staleSince: string }).staleSince)).toBeGreaterThanOrEqual(before);
      expect(waits).toMatchObject({ problem: { status: 503, title: 'The warehouse cannot answer' } });
      cable.set('whole');
      expect((await page({ tickets: asked('tickets') }))['tickets']).toEqual(good['tickets']);
    },
  );

  it('[R2] marks what other routes remember, and leaves a trace of who saw it', async () => {
    const url = `/api/answer?metrics=tickets&${RANGE}`;
    const fresh = await server.get(url);
    const figures = await fresh.json();
    cable.set('unplugged');
    const stale = await server.get(url);
    expect([fresh.headers.has('x-stale-since'), stale.headers.has('x-stale-since'), stale.status]).toEqual([false, true, 200]);
    expect(await stale.json()).toEqual(figures);
    // Somebody else with the same eyes sees it too, and so is said to have seen it.
    const second = await server.as(role('administrator'), role('city_manager'));
    expect((await second.get(url)).status).toBe(200);
    await server.app.get(SeenFigures).flush();
    const { entries } = await searchAudit(server.stores.records, { did: 'GET /api/answer' }, { page: 1, size: 10 });
    expect(new Set(entries.map(({ who }) => who)).size).toBe(2);
    expect((await (await server.as(role('auditor'))).get(url)).status).toBe(503);
    const other = await server.get(`/api/answer?metrics=wait_p90&${RANGE}`);
    expect(problemSchema.parse(await other.json()).status).toBe(503);
  });

  it('[B4] gives nobody an answer that was made for other eyes', async () => {
    await page({ tickets: asked('tickets') });
    cable.set('unplugged');
    const ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    expect((await page({ tickets: asked('tickets') }, ward))['tickets']).toMatchObject({ problem: { status: 503 } });
  });

  it('[R2] does not let people wait for an engine that says nothing', async () => {
    const good = await page({ tickets: asked('tickets') });
    cable.set('silent');
    const started = Date.now();
    const stale = await page({ tickets: asked('tickets') });
    expect(stale['tickets']).toMatchObject({ ...good['tickets'], staleSince: expect.any(String) });
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS + 5_000);
  });

  it('[R9] stays alive and says which store is away', async () => {
    cable.set('unplugged');
    expect((await server.get('/api/health/live')).status).toBe(200);
    expect((await server.get('/api/health/ready')).status).toBe(503);
    const lines = await (await server.get('/api/metrics')).text();
    expect(lines).toContain('evenhand_store_up{store="facts"} 0');
    expect(lines).toContain('evenhand_store_up{store="records"} 1');
  });
});
