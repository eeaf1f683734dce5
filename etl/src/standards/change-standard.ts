import { checkedLimits, type ProposedEdit, standardNamed } from '@evenhand/metrics';
import { addStandardChange, type Author, type StandardChange } from '@evenhand/records';
import { refusePersonalText } from '../city/personal-text';
import { cityDay } from '../feeds';
import type { Stores } from '../stores';

/** What a change of a standard needs to know. */
export type StandardStores = Pick<Stores, 'records' | 'city'>;

/**
 * Sets numbers of a standard anew from a day on. Days before it are judged as they were.
 * @throws {NotFound} when there is no such standard
 * @throws {InvalidQuery} with the field at fault and what is allowed
 */
export async function changeStandard(
  { records, city }: StandardStores,
  id: string,
  edit: Omit<ProposedEdit, 'reason'>,
  { madeBy, reason, now = new Date() }: Author,
): Promise<StandardChange> {
  refusePersonalText([], reason);
  const definition = standardNamed(id);
  const today = cityDay(now, city.settings.zone);
  return addStandardChange(
    records,
    (edits) => ({
      standard: id,
      effectiveFrom: edit.effectiveFrom,
      limits: checkedLimits(definition, { ...edit, reason }, { city: city.settings, edits, today }),
      reason: reason.trim(),
      madeBy,
    }),
    now,
  );
}
