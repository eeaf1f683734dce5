import { catalogSchema, diffSchema, pageAnswerSchema, pointsSchema, problemSchema } from '@evenhand/contracts';
import type { z } from 'zod';
import { type AnswerSource, DIFF_PAGE, namesIn } from './answer-source';

/** A server that refused or could not answer; the message is its sentence. */
class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

async function fetched<Schema extends z.ZodType>(schema: Schema, url: string, init: RequestInit = {}): Promise<z.infer<Schema>> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw new ServerRefused(`The server that owns the data folder does not answer at ${new URL(url).origin}.`, { cause: error });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return schema.parse(body);
  throw new ServerRefused(problemSchema.safeParse(body).data?.detail ?? `The server answered with status ${response.status}.`);
}

/** Asks the server that owns the data folder. */
export const runningServer = (origin: string): AnswerSource => ({
  async answer(question) {
    const { answers } = await fetched(pageAnswerSchema, `${origin}/api/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ questions: { asked: question } }),
    });
    const slot = answers['asked'];
    if (slot && 'answer' in slot) return slot.answer;
    throw new ServerRefused(slot?.problem.detail ?? 'The server gave no answer.');
  },
  diff: ({ metrics: [metric = ''], from, to, where, asOf }, { then, page }) => {
    const query = new URLSearchParams({ metric, from, to, then, page: String(page), size: String(DIFF_PAGE) });
    for (const { dimension, values } of where) query.append('where', `${dimension}:${values.join(',')}`);
    if (asOf !== undefined) query.set('asOf', asOf);
    return fetched(diffSchema, `${origin}/api/diff?${query.toString()}`);
  },
  metrics: async () => (await fetched(catalogSchema, `${origin}/api/catalog`)).metrics,
  names: async () => namesIn(await fetched(pointsSchema, `${origin}/api/points`)),
  close: () => Promise.resolve(),
});
