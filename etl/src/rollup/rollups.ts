import type { EntityName } from '../contract/entity-contract';
import { dossierDay } from './dossier-day';
import { dossierPointDay } from './dossier-point-day';
import { type Rollup, rootOf } from './rollup';
import { ticketDay } from './ticket-day';
import { ticketPointDay } from './ticket-point-day';
import { ticketSlot } from './ticket-slot';
import { ticketStratum } from './ticket-stratum';

/** Every rollup; a coarser one stands behind the one it adds up. */
export const ROLLUPS: readonly Rollup[] = [ticketDay, ticketPointDay, ticketSlot, ticketStratum, dossierDay, dossierPointDay];

/** The rollups that an entity feeds. */
export const rollupsOf = (entity: EntityName): readonly Rollup[] => ROLLUPS.filter((rollup) => rootOf(rollup).entity === entity);

/** The smallest table that tells at which points an entity has cases. */
export const tableOfPoints = (entity: EntityName): string =>
  ROLLUPS.find((rollup) => rootOf(rollup).entity === entity && rollup.keys.join(' ') === 'point_code')?.table ?? entity;
