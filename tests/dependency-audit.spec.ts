import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(__dirname, '..');

interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a command of the product against a registry of our own. */
const run = (script: string, args: readonly string[], registry: string): Promise<Ended> =>
  new Promise((done) => {
    // What a registry said is kept by npm; each run begins with nothing.
    const cache = mkdtempSync(join(tmpdir(), 'evenhand-npm-'));
    const env = { ...process.env, npm_config_cache: cache, npm_config_registry: registry, npm_config_update_notifier: 'false' };
    execFile(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      rmSync(cache, { recursive: true, force: true });
      done({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` });
    });
  });

describe('what the product is made of', () => {
  let server: Server;
  let registry: string;
  let answer: { readonly status: number; readonly body: object };
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      const isAudit = request.url?.endsWith('/advisories/bulk') ?? false;
      response.writeHead(isAudit ? answer.status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isAudit ? answer.body : {}));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  const audit = (status: number, body: object): Promise<Ended> => {
    answer = { status, body };
    return run('tools/audit-packages.mjs', [], registry);
  };
  const weakness = (severity: string) => ({
    express: [{ id: 1, url: 'https://weaknesses.example/1', title: 'A made weakness', severity, vulnerable_versions: '*' }],
  });

  it.each([
    [
      'passes where the registry knows of none',
      200,
      {},
      0,
      /^\d{3} packages of the product: 0 weaknesses that are high or critical, 0 others\.$/m,
    ],
    [
      'passes a moderate one, and names it',
      200,
      weakness('moderate'),
      0,
      /^moderate: express: A made weakness .*\n.* 0 weaknesses .*, 1 others/m,
    ],
    [
      'stops at a high one, and names it',
      200,
      weakness('high'),
      1,
      /^high: express: A made weakness \(https:\/\/weaknesses\.example\/1\)$/m,
    ],
    [
      'is not passed where the registry answers no audit',
      405,
      {},
      2,
      /^The registry answered no audit \(405 .*nothing is known of weaknesses\.$/m,
    ],
  ] as const)(
    '[R8] %s',
    async (_, status, body, code, words) => {
      const ended = await audit(status, body);
      expect(ended).toEqual({ code, said: expect.stringMatching(words) });
    },
    30_000,
  );

  it('[R8] is listed as CycloneDX by a command that asks nobody, without the tools that build it', async () => {
    const { code, said } = await run('tools/evenhand.mjs', ['sbom'], 'http://127.0.0.1:9/');
    const { bomFormat, components } = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as {
      readonly bomFormat: string;
      readonly components: readonly { readonly name: string; readonly version: string }[];
    };
    const names = components.map(({ name }) => name);
    expect([code, bomFormat]).toEqual([0, 'CycloneDX']);
    expect(['chdb', 'express', 'typeorm', '@nestjs/core'].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => ['jest', 'eslint', 'typescript', 'playwright-core'].includes(name))).toEqual([]);
  }, 30_000);
});
