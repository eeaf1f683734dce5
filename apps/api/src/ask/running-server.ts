import { catalogSchema, diffSchema, pageAnswerSchema, pointsSchema, problemSchema } from '@evenhand/contracts';
import type { z } from 'zod';
import { type AnswerSource, DIFF_PAGE, namesIn } from './answer-source';

/** A server that refused or could not answer; the message is its sentence. */
class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

/** Where the owner of a data folder takes questions, and the token that lies there. */
export interface Server {
  readonly url: string;
  readonly token: string;
}

const BODY = { 'content-type': 'application/json' };

async function asked<Schema extends z.ZodType>(
  schema: Schema,
  { url, token }: Server,
  { path, ...init }: { readonly path: string; readonly method?: string; readonly body?: string },
): Promise<z.infer<Schema>> {
  const headers = { authorization: `Bearer ${token}`, ...(init.body === undefined ? {} : BODY) };
  const response = await fetch(`${url}${path}`, { ...init, headers }).catch((error: unknown) => {
    throw new ServerRefused(`The server that owns the data folder does not answer at ${url}.`, { cause: error });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return schema.parse(body);
  throw new ServerRefused(problemSchema.safeParse(body).data?.detail ?? `The server answered with status ${response.status}.`);
}

/** Asks the server that owns the data folder, in the name of whoever can read that folder. */
export const runningServer = (server: Server): AnswerSource => ({
  async answer(question) {
    const body = JSON.stringify({ questions: { asked: question } });
    const { answers } = await asked(pageAnswerSchema, server, { path: '/api/answers', method: 'POST', body });
    const slot = answers['asked'];
    if (slot && 'answer' in slot) return slot.answer;
    throw new ServerRefused(slot?.problem.detail ?? 'The server gave no answer.');
  },
  diff: ({ metrics: [metric = ''], from, to, where, asOf }, { then, page }) => {
    const query = new URLSearchParams({ metric, from, to, then, page: String(page), size: String(DIFF_PAGE) });
    for (const { dimension, values } of where) query.append('where', `${dimension}:${values.join(',')}`);
    if (asOf !== undefined) query.set('asOf', asOf);
    return asked(diffSchema, server, { path: `/api/diff?${query.toString()}` });
  },
  metrics: async () => (await asked(catalogSchema, server, { path: '/api/catalog' })).metrics,
  names: async () => namesIn(await asked(pointsSchema, server, { path: '/api/points' })),
  close: () => Promise.resolve(),
});
