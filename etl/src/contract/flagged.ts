import { CONTRACTS } from './contracts';
import type { EntityContract, EntityName } from './entity-contract';

/** A contract of which some laws only flag: their records are loaded and carry the finding. */
export const withFlagged = (contract: EntityContract, ids: readonly string[]): EntityContract =>
  ids.length === 0 ? contract : { ...contract, laws: contract.laws.map((law) => (ids.includes(law.id) ? { ...law, level: 'flag' } : law)) };

/** The laws of these entities that send a record to quarantine for what it says; what a record cannot do without is not among them. */
export const rejectingLaws = (entities: readonly EntityName[]): string[] => [
  ...new Set(
    entities.flatMap((entity) =>
      CONTRACTS[entity].laws.filter(({ level, holdsAlways }) => level === 'reject' && !holdsAlways).map(({ id }) => id),
    ),
  ),
];
