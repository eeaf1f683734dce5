import { countOfRecord } from './entities/count-of-record';
import { dossier } from './entities/dossier';
import { dossierEvent } from './entities/dossier-event';
import { incident } from './entities/incident';
import { intervention } from './entities/intervention';
import { petition } from './entities/petition';
import { rating } from './entities/rating';
import { shift } from './entities/shift';
import { ticket } from './entities/ticket';
import { ENTITIES, type EntityContract, type EntityName } from './entity-contract';

/** The contract of each entity. */
export const CONTRACTS: Readonly<Record<EntityName, EntityContract>> = {
  ticket,
  dossier,
  dossier_event: dossierEvent,
  rating,
  shift,
  count_of_record: countOfRecord,
  petition,
  incident,
  intervention,
};

/** True for the name of an entity that a source can fill. */
export const isEntityName = (name: string): name is EntityName => (ENTITIES as readonly string[]).includes(name);
