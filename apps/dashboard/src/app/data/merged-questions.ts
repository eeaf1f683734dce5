import type { Question } from '@evenhand/domain';
import type { PageQuestions } from './page-answers';

/** Questions that differ only in their metric, asked as one; `placeOf` says where each went. */
export interface MergedQuestions {
  readonly questions: PageQuestions;
  readonly placeOf: (name: string) => string | null;
}

/** A question may ask for so many metrics. */
const MOST_METRICS = 20;

/** Merges questions on one metric each: a page then asks a dozen instead of forty. */
export function merged(wanted: PageQuestions): MergedQuestions {
  const questions = new Map<string, { readonly name: string; readonly question: Question }>();
  const places = new Map<string, string>();
  for (const [name, question] of Object.entries(wanted)) {
    if (question === null) continue;
    const { metrics, ...rest } = question;
    const together = (held: Question | undefined): readonly string[] => [...new Set([...(held?.metrics ?? []), ...metrics])];
    // The first that has room, or knows the metric already; a full one is followed by another.
    let part = 0;
    const keyOf = (): string => `${JSON.stringify(rest)}${part}`;
    while (together(questions.get(keyOf())?.question).length > MOST_METRICS) part += 1;
    const held = questions.get(keyOf());
    const first = held?.name ?? name;
    questions.set(keyOf(), { name: first, question: { ...question, metrics: together(held?.question) } });
    places.set(name, first);
  }
  return {
    questions: Object.fromEntries([...questions.values()].map(({ name, question }) => [name, question])),
    placeOf: (name) => places.get(name) ?? null,
  };
}
