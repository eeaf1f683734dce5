import { createHash } from 'node:crypto';
import { auditPageSchema } from '@evenhand/contracts';
import { filesOf } from '@evenhand/exports/testing';
import { insertTickets } from '../../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../../testing/started-server';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const FIGURE = `/api/exports/evidence?metric=tickets&${OCTOBER}`;

interface Manifest {
  readonly kind: string;
  readonly scope: 'all' | readonly string[];
  readonly madeBy: string;
  readonly rows: { readonly shown: number; readonly total: number };
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

describe('a pack of evidence', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const textOf = (files: ReadonlyMap<string, Buffer>, path: string): string => files.get(path)?.toString('utf8') ?? '';
  const unpacked = async (response: Response) => {
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = await filesOf(Buffer.from(await response.arrayBuffer()));
    const manifest = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
    return { files, manifest };
  };
  it('holds the definition, the statements with their values, the rows and the print of a figure, each with its hash', async () => {
    const { files, manifest } = await unpacked(await server.get(`${FIGURE}&where=point:P1&language=en`));
    expect(manifest.files.map(({ path }) => path)).toEqual(['definition.json', 'figure.json', 'statements.sql', 'rows.csv', 'figure.pdf']);
    const wrong = manifest.files.filter(({ path, bytes, sha256 }) => {
      const content = files.get(path) ?? '';
      return content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256;
    });
    expect(wrong).toEqual([]);
    expect(textOf(files, 'definition.json')).toContain('"id": "tickets"');
    expect(textOf(files, 'statements.sql')).toMatch(/^-- p\d+ = .*(\n-- p\d+ = .*)*\n(SELECT|WITH)/);
    expect(textOf(files, 'figure.pdf').slice(0, 5)).toBe('%PDF-');
    // Four tickets at P1, under the names of their columns.
    expect(textOf(files, 'rows.csv').trimEnd().split('\r\n')).toHaveLength(5);
    expect(manifest).toMatchObject({ kind: 'figure', scope: 'all', rows: { shown: 4, total: 4 }, madeBy: 'Test' });
  });

  it('holds the rule, its verdicts and the cases that broke it', async () => {
    const { files, manifest } = await unpacked(await server.get(`/api/exports/standards/waiting_time/evidence?${OCTOBER}`));
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'definition.json',
      'verdicts.json',
      'statements.sql',
      'breaches.csv',
      'verdicts.pdf',
    ]);
    expect(textOf(files, 'definition.json')).toContain('"id": "waiting_time"');
    expect(textOf(files, 'statements.sql')).toContain('SELECT');
  });

  it('keeps to what the taker may see, and is told in the log as a file that left', async () => {
    const manager = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    const { files, manifest } = await unpacked(await manager.get(FIGURE));
    expect(manifest.scope).toEqual(['P1']);
    expect(textOf(files, 'rows.csv')).not.toContain('P2');
    const { entries } = auditPageSchema.parse(await (await server.get('/api/audit')).json());
    expect(entries.map(({ did }) => did)).toContain('GET /api/exports/evidence');
  });
});
