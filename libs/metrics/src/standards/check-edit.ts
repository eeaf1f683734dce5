import { because, type CitySettings, type Day, InvalidQuery, isDay } from '@evenhand/domain';
import type { Limits, StandardDefinition, Threshold } from './standard';
import { ownLimits, type StandardEdit, versionOn, versionsOf } from './versions';

/** New numbers of a rule from a day on. */
export interface ProposedEdit {
  readonly effectiveFrom: string;
  /** Only the numbers that change. */
  readonly limits: Limits;
  readonly reason: string;
  /** True when the day may lie in the past, so that verdicts given since then may be others. */
  readonly isRetroactive: boolean;
}

function checkLimit(thresholds: readonly Threshold[], id: string, value: number): void {
  const threshold = thresholds.find((one) => one.id === id);
  const known = thresholds.map((one) => one.id).join(', ') || 'none';
  if (!threshold)
    throw new InvalidQuery(
      `limits.${id}`,
      `The standard has no number "${id}". Known: ${known}.`,
      because('no_such_number', { number: id }),
    );
  const { least, most, unit } = threshold;
  if (!Number.isFinite(value) || value < least || value > most)
    throw new InvalidQuery(
      `limits.${id}`,
      `"${id}" is ${value} but must lie between ${least} and ${most} (${unit}).`,
      because('number_out_of_bounds', { value, least, most }),
    );
  if (unit === 'count' && !Number.isInteger(value))
    throw new InvalidQuery(`limits.${id}`, `"${id}" is ${value} but must be a whole number.`, because('number_not_whole', { value }));
}

const isDayOfTime = (text: string): text is Day => isDay(text) && text >= '1970-01-01' && text <= '2149-06-06';

function checkOrder({ fewest, most }: Limits): void {
  if (fewest !== undefined && most !== undefined && fewest > most)
    throw new InvalidQuery(
      'limits.fewest',
      `"fewest" is ${fewest} but must not be above "most", ${most}.`,
      because('fewest_above_most', { fewest, most }),
    );
}

function checkFields(
  { id, judging, isAdopted, thresholds }: StandardDefinition,
  { effectiveFrom, limits, reason, isRetroactive }: ProposedEdit,
  today: Day,
): void {
  if (!isDayOfTime(effectiveFrom))
    throw new InvalidQuery(
      'effectiveFrom',
      `"${effectiveFrom}" is not a day; write it as YYYY-MM-DD, for example ${today}.`,
      because('not_a_day', { value: effectiveFrom }),
    );
  if (reason.trim() === '') throw new InvalidQuery('reason', 'Say why; the reason is kept with the change.', because('say_why'));
  if (judging.kind === 'missing')
    throw new InvalidQuery('standard', `There is no data for "${id}", so it has no numbers to set.`, because('no_data_for_standard'));
  const known = thresholds.map((one) => one.id).join(', ');
  if (known === '')
    throw new InvalidQuery('limits', `"${id}" has no numbers to set: every case must keep it as it is.`, because('no_numbers_to_set'));
  if (Object.keys(limits).length === 0 && isAdopted)
    throw new InvalidQuery('limits', `Name at least one number. Known: ${known}.`, because('name_a_number'));
  if (effectiveFrom < today && !isRetroactive)
    throw new InvalidQuery(
      'effectiveFrom',
      `"${effectiveFrom}" has passed: verdicts since then could become others. Choose ${today} or later, or say that the change is retroactive.`,
      because('day_has_passed', { value: effectiveFrom, today }),
    );
}

/** What a change is checked against. */
export interface EditSetting {
  readonly city: CitySettings;
  readonly edits: readonly StandardEdit[];
  readonly today: Day;
}

/**
 * Checks new numbers against the rule and completes them with those in force on their first day.
 * @throws {InvalidQuery} with the field at fault and what is allowed
 */
export function checkedLimits(definition: StandardDefinition, edit: ProposedEdit, { city, edits, today }: EditSetting): Limits {
  checkFields(definition, edit, today);
  for (const [id, value] of Object.entries(edit.limits)) checkLimit(definition.thresholds, id, value);
  const inForce = versionOn(versionsOf(definition, city, edits), edit.effectiveFrom)?.limits;
  const limits = { ...ownLimits(definition, city), ...inForce, ...edit.limits };
  checkOrder(limits);
  return limits;
}
