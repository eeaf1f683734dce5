import type { QuantileStrip } from '@evenhand/charts';
import type { Answer } from '@evenhand/domain';
import { casesBehind } from '../../data/cases-behind';

/** What a strip is drawn from. */
export const STRIP_METRICS = ['wait_median', 'wait_p90', 'longest_wait'] as const;

/** A field with fewer tickets in the whole period is not drawn: its tenth would be a single person. */
const ENOUGH_TICKETS = 10;
const MOST_STRIPS = 10;

/** A strip and the code of the field that it is of. */
export interface FieldStrip extends QuantileStrip {
  readonly code: string;
}

/** How long people of each field waited, the longest first; with how many fields had too few tickets to say. */
export function waitStrips(
  answers: Readonly<Record<string, Answer | null>>,
  nameOf: (field: string) => string,
): { readonly strips: readonly FieldStrip[]; readonly tooFew: number } {
  const figureOf = (metric: string, field: string) =>
    answers[metric]?.rows.find(({ key }) => (key.field ?? '') === field)?.values[metric] ?? null;
  const all = (answers['wait_p90']?.rows ?? []).map(({ key, values }) => {
    const code = key.field ?? '';
    const p90 = values['wait_p90'] ?? null;
    return {
      ...{ code, name: nameOf(code), n: p90 === null ? 0 : casesBehind(p90), p90: p90?.value ?? null },
      ...{ median: figureOf('wait_median', code)?.value ?? null, longest: figureOf('longest_wait', code)?.value ?? null },
    };
  });
  const enough = all.filter(({ n, p90, median }) => n >= ENOUGH_TICKETS && p90 !== null && median !== null);
  const strips = enough.toSorted((a, b) => (b.p90 ?? 0) - (a.p90 ?? 0)).slice(0, MOST_STRIPS);
  return { strips, tooFew: all.filter(({ n }) => n > 0).length - enough.length };
}
