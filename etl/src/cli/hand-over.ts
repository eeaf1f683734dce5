import { setTimeout as wait } from 'node:timers/promises';
import { resolve } from 'node:path';
import { type FolderInUse, ownerOf } from '@evenhand/data-folder';
import type { Run } from '@evenhand/records';
import type { LoadRequest } from '../load/load-source';
import { SourceProblem } from '../source/source-problem';

const POLL_EVERY_MS = 300;

async function ask<Answer>(url: string, token: string, body?: object): Promise<Answer> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as Answer; // the server of this very product, at the address it left itself
  const detail = typeof answer === 'object' && answer !== null && 'detail' in answer ? String(answer.detail) : response.statusText;
  throw new SourceProblem(detail);
}

/**
 * Gives a load to the process that owns the data folder and waits for its end.
 * @throws {FolderInUse} when the owner takes no work
 */
export async function handOver(inUse: FolderInUse, { source, files }: LoadRequest, onPoll: (run: Run) => void): Promise<Run> {
  const owner = ownerOf(inUse.path);
  const isAlive = owner !== undefined && inUse.owner.includes(`(process ${owner.pid})`);
  if (!isAlive) throw inUse;
  const request = { source: resolve(source), files: files.map((file) => resolve(file)) };
  let run = await ask<Run>(`${owner.url}/api/loads`, owner.token, request);
  while (run.endedAt === null) {
    onPoll(run);
    await wait(POLL_EVERY_MS);
    run = await ask<Run>(`${owner.url}/api/runs/${run.id}`, owner.token);
  }
  return run;
}
