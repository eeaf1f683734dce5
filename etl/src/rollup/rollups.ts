import type { EntityName } from '../contract/entity-contract';
import { type Rollup, rootOf } from './rollup';
import { ticketDay } from './ticket-day';

/** Every rollup; a coarser one stands behind the one it adds up. */
export const ROLLUPS: readonly Rollup[] = [ticketDay];

/** The rollups that an entity feeds. */
export const rollupsOf = (entity: EntityName): readonly Rollup[] => ROLLUPS.filter((rollup) => rootOf(rollup).entity === entity);
