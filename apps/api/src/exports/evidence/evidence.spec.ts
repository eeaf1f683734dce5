import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditPageSchema } from '@evenhand/contracts';
import { wholeCity } from '@evenhand/domain';
import { loadSource } from '@evenhand/etl';
import { filesOf } from '@evenhand/exports/testing';
import { MetricAnswers } from '@evenhand/metrics';
import { insertTickets } from '../../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../../testing/started-server';
import { BreachesFile } from '../files/breaches-file';
import { VerdictsFile } from '../files/verdicts-file';
import { AnswerFile } from '../files/answer-file';
import { Frames } from '../frames';
import { FigureExplanations } from '../../explain/figure-explanations';
import { RowsFile } from '../../rows/rows-file';
import { StandardsDesk } from '../../standards/standards-desk';
import { FigureEvidence, FigureProofs } from './figure-evidence';
import { StandardEvidence, StandardProofs } from './standard-evidence';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const FIGURE = `/api/exports/evidence?metric=tickets&${OCTOBER}`;

interface Manifest {
  readonly kind: string;
  readonly scope: 'all' | readonly string[];
  readonly madeBy: string;
  readonly asOf: string;
  readonly figure?: { readonly value: number };
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

  describe('of a feed that tells more while the pack is read', () => {
    const NOVEMBER = { from: '2026-11-01', to: '2026-12-01', language: 'en', back: '/' } as const;
    let load: (lines: readonly string[]) => Promise<unknown>;
    beforeAll(() => {
      const folder = join(server.data, 'kiosk');
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'source.yml'),
        'name: kiosk\ntitle: { vi: Hàng chờ, en: Queue }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }\n',
      );
      writeFileSync(
        join(folder, 'ticket.sql'),
        `SELECT id AS ticket_id, 'P1' AS point_code, issued AS issued_at, called AS first_called_at, 'served' AS outcome FROM input`,
      );
      load = async (lines) => {
        const file = join(folder, `${lines.length}-${lines[0]?.slice(0, 2) ?? ''}.csv`);
        writeFileSync(file, ['id,issued,called', ...lines, ''].join('\n'));
        return loadSource(server.stores, { source: folder, files: [file] });
      };
    });
    /** A ticket of 2 November that waited so many minutes. */
    const ticket = (id: string, minutes: number): string =>
      `${id},2026-11-02 08:00:00,2026-11-02 08:${String(minutes).padStart(2, '0')}:00`;
    const read = async (content: AsyncIterable<unknown>) => {
      const pieces: Buffer[] = [];
      for await (const piece of content) pieces.push(Buffer.from(piece as Uint8Array));
      const files = await filesOf(Buffer.concat(pieces));
      return { files, manifest: JSON.parse(textOf(files, 'manifest.json')) as Manifest };
    };
    const linesOf = (files: ReadonlyMap<string, Buffer>, path: string): number => textOf(files, path).trimEnd().split('\r\n').length - 1;
    const taker = { site: 'http://127.0.0.1', madeBy: 'Test', scope: wholeCity };

    it('its figure and its cases are of the one instant that the manifest names', async () => {
      await load([ticket('K1', 5), ticket('K2', 40)]);
      class ToldMeanwhile extends FigureExplanations {
        override async of(...asked: Parameters<FigureExplanations['of']>) {
          const figure = await super.of(...asked);
          await load([ticket('K3', 50)]);
          return figure;
        }
      }
      const metrics = server.app.get(MetricAnswers);
      const proofs = new FigureProofs(new ToldMeanwhile(metrics), server.app.get(RowsFile), server.app.get(AnswerFile), metrics);
      const maker = new FigureEvidence(proofs, server.app.get(Frames), () => new Date());
      const { content } = await maker.make({ ...NOVEMBER, metric: 'tickets', where: [], exact: 'false' }, taker);
      const { files, manifest } = await read(content);
      expect([manifest.figure?.value, manifest.rows.total, linesOf(files, 'rows.csv')]).toEqual([2, 2, 2]);
      expect(manifest.asOf).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    });

    it('its verdicts and its breaches are, too', async () => {
      class ToldMeanwhile extends BreachesFile {
        override async make(...asked: Parameters<BreachesFile['make']>) {
          await load([ticket('K4', 55)]);
          return super.make(...asked);
        }
      }
      const [desk, frames] = [server.app.get(StandardsDesk), server.app.get(Frames)];
      const breaches = new ToldMeanwhile(desk, frames);
      const proofs = new StandardProofs(desk, server.app.get(VerdictsFile), breaches, server.app.get(MetricAnswers));
      const { content } = await new StandardEvidence(proofs, frames, () => new Date()).make('waiting_time', NOVEMBER, taker);
      const { files, manifest } = await read(content);
      // K2 and K3 waited for more than half an hour; K4 was told of later.
      const told = textOf(files, 'breaches.csv');
      expect([manifest.rows.total, told.includes('K2'), told.includes('K3'), told.includes('K4')]).toEqual([2, true, true, false]);
    });
  });
});
