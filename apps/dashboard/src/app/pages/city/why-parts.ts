import type { Answer, CityMeasure, Direction } from '@evenhand/domain';
import { casesBehind } from '../../data/cases-behind';

/** What differences between points are made of; the parts add up to 1. */
export interface WhyParts {
  /** The kind of work that people bring; `null` where nobody can tell. */
  readonly mix: number | null;
  /** What differs between points beyond that. */
  readonly own: number;
  readonly chance: number;
}

/**
 * Splits the scatter of points. φ is the scatter over what chance alone makes, once the kind of work is allowed for: of φ parts
 * one is chance. The kind of work explains a part of all real differences, so these were (φ − 1) ÷ (1 − part) before.
 */
export function whyParts(phi: number, explained: Pick<CityMeasure, 'value' | 'interval'> | null): WhyParts | null {
  if (!(phi >= 1)) return null;
  const part = explained?.value ?? null;
  // An interval that holds nought says that nobody can tell.
  const isSure = part !== null && part > 0 && part < 1 && (explained?.interval?.low ?? 0) > 0;
  const real = isSure ? (phi - 1) / (1 - part) : phi - 1;
  const whole = 1 + real;
  return { mix: isSure ? (real * part) / whole : null, own: (phi - 1) / whole, chance: 1 / whole };
}

/** What one kind of work adds to the cases that went wrong. */
export interface Contribution {
  readonly procedure: string;
  readonly bad: number;
  readonly n: number;
  /** Of all cases that went wrong. */
  readonly badShare: number;
  /** Of all cases. */
  readonly nShare: number;
}

/** The procedures by what they add to the cases that went wrong, the most first; of a share only. */
export function contributions(answer: Answer | null, metric: string, direction: Direction): readonly Contribution[] {
  const counted = (answer?.rows ?? []).flatMap(({ key, values }) => {
    const figure = values[metric];
    if (key.procedure == null || figure?.cases == null || figure.n === null) return [];
    return [{ procedure: key.procedure, n: casesBehind(figure), bad: direction === 'up' ? figure.n - figure.cases : figure.cases }];
  });
  const total = (part: 'bad' | 'n'): number => counted.reduce((sum, one) => sum + one[part], 0);
  const [bad, n] = [total('bad'), total('n')];
  if (bad === 0 || n === 0) return [];
  return counted
    .map((one) => ({ ...one, badShare: one.bad / bad, nShare: one.n / n }))
    .sort((a, b) => b.bad - a.bad || (a.procedure < b.procedure ? -1 : 1));
}
