import type { CitySettings, Scope } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import type { Excluded, ExcludedRequest } from './excluded';
import { notCases } from './not-cases';
import { quarantined, withdrawn } from './taken-out';

/**
 * Everything of the same days that a figure does not rest on, and why. What lies outside the scope of the asker is not
 * counted here either: its number is not theirs to know.
 */
export async function excludedFrom(
  place: { readonly warehouse: Warehouse; readonly city: CitySettings },
  request: ExcludedRequest,
  scope: Scope,
): Promise<readonly Excluded[]> {
  return (await Promise.all([notCases, quarantined, withdrawn].map((look) => look(place, request, scope)))).flat();
}
