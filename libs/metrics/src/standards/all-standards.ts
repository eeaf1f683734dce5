import { because, NotFound } from '@evenhand/domain';
import { DOSSIER_RULES } from './rules/dossier-rules';
import { METRIC_RULES } from './rules/metric-rules';
import { MISSING_RULES } from './rules/missing-rules';
import { PETITION_RULES } from './rules/petition-rules';
import { PLACE_RULES } from './rules/place-rules';
import { QUEUE_RULES } from './rules/queue-rules';
import { STAFF_RULES } from './rules/staff-rules';
import type { StandardDefinition } from './standard';

/** Every service standard that the product knows, in reading order; those without data come last. */
export const STANDARDS: readonly StandardDefinition[] = [
  ...METRIC_RULES,
  ...DOSSIER_RULES,
  ...PETITION_RULES,
  ...QUEUE_RULES,
  ...STAFF_RULES,
  ...PLACE_RULES,
  ...MISSING_RULES,
];

/** @throws {NotFound} with the ids that exist */
export function standardNamed(id: string): StandardDefinition {
  const found = STANDARDS.find((one) => one.id === id);
  if (!found)
    throw new NotFound(
      `There is no standard "${id}". Known: ${STANDARDS.map((one) => one.id).join(', ')}.`,
      because('no_standard', { standard: id }),
    );
  return found;
}
