import { createServer, type IncomingMessage } from 'node:http';
import { createClient, type ClickHouseClientConfigOptions } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

/** The embedded engine behind ClickHouse's own HTTP interface, as far as the official client speaks it. */
export interface EngineOverHttp {
  readonly url: string;
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

/** A server reads and writes files of one folder alone: its `user_files_path`. */
function checkFiles(query: string, within: string | undefined): void {
  const outside = [...query.matchAll(/\bfile\('([^']+)'/g)].find(([, path = '']) => within !== undefined && !path.startsWith(`${within}/`));
  if (outside) throw new Error(`File \`${outside[1] ?? ''}\` is not inside \`${within ?? ''}\`.`);
}

/** Starts an engine of its own on a free port of the loopback; where a folder is named, it touches no file outside of it. */
export async function startEngineOverHttp(filesWithin?: string): Promise<EngineOverHttp> {
  const connection = createChdbConnection({ path: ':memory:' }) as unknown as NonNullable<ClickHouseClientConfigOptions['connection']>;
  const engine = createClient({ connection });
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { searchParams } = new URL(request.url ?? '/', 'http://engine');
      const database = searchParams.get('database');
      if (database) await engine.command({ query: `USE ${database}` });
      const query = [searchParams.get('query'), await bodyOf(request)].filter(Boolean).join('\n');
      checkFiles(query, filesWithin);
      const { stream } = await engine.exec({ query, query_params: paramsOf(searchParams) });
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
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await engine.close();
    },
  };
}
