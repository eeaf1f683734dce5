import { createServer, type IncomingMessage } from 'node:http';
import { createClient, type ClickHouseClientConfigOptions } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

/** The embedded engine behind ClickHouse's own HTTP interface, as far as the official client speaks it. */
export interface EngineOverHttp {
  readonly url: string;
  /** How many statements an account has sent. */
  statementsOf(user: string): number;
  /** Tables of the system that an account has read. */
  systemTablesOf(user: string): readonly string[];
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const paramsOf = (search: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...search].filter(([name]) => name.startsWith('param_')).map(([name, value]) => [name.slice('param_'.length), value]),
  );

/** What a server would be told by its configuration. */
export interface ServerRules {
  /** Its `user_files_path`: it reads and writes files of this folder alone. */
  readonly filesWithin?: string;
  /** An account that may only read tables. */
  readonly reader?: string;
}

function checkFiles(query: string, within: string | undefined): void {
  const outside = [...query.matchAll(/\bfile\('([^']+)'/g)].find(([, path = '']) => within !== undefined && !path.startsWith(`${within}/`));
  if (outside) throw new Error(`File \`${outside[1] ?? ''}\` is not inside \`${within ?? ''}\`.`);
}

const userOf = ({ headers }: IncomingMessage): string =>
  Buffer.from(headers.authorization?.replace(/^Basic /, '') ?? '', 'base64')
    .toString()
    .split(':')[0] ?? '';

const tablesOfSystem = (query: string): readonly string[] => [...query.matchAll(/\bsystem\.([a-z_]+)/gi)].map(([, table = '']) => table);

/** Starts an engine of its own on a free port of the loopback, which keeps such rules. */
export async function startEngineOverHttp({ filesWithin, reader }: ServerRules = {}): Promise<EngineOverHttp> {
  const connection = createChdbConnection({ path: ':memory:' }) as unknown as NonNullable<ClickHouseClientConfigOptions['connection']>;
  const engine = createClient({ connection });
  const asked = new Map<string, number>();
  const looked = new Map<string, Set<string>>();
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { searchParams } = new URL(request.url ?? '/', 'http://engine');
      const database = searchParams.get('database');
      if (database) await engine.command({ query: `USE ${database}` });
      const query = [searchParams.get('query'), await bodyOf(request)].filter(Boolean).join('\n');
      const user = userOf(request);
      asked.set(user, (asked.get(user) ?? 0) + 1);
      looked.set(user, new Set([...(looked.get(user) ?? []), ...tablesOfSystem(query)]));
      checkFiles(query, filesWithin);
      const isReading = reader !== undefined && user === reader;
      const settings = isReading ? { clickhouse_settings: { readonly: '2' } } : {};
      const { stream } = await engine.exec({ query, query_params: paramsOf(searchParams), ...settings });
      for await (const chunk of stream) response.write(chunk as Buffer);
      response.end();
    };
    answer().catch((error: unknown) => {
      const { code, type, message } = error as { code?: string; type?: string; message: string };
      response.writeHead(500).end(`Code: ${code ?? 0}. DB::Exception: ${message} (${type ?? 'UNKNOWN'})`);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    statementsOf: (user) => asked.get(user) ?? 0,
    systemTablesOf: (user) => [...(looked.get(user) ?? [])].sort(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await engine.close();
    },
  };
}
