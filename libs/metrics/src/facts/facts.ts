import { dossier } from './dossier';
import { dossierEvent } from './dossier-event';
import type { Entity, Fact } from './fact';
import { rating } from './rating';
import { shift } from './shift';
import { ticket } from './ticket';

/** The raw rows of every kind of case. */
export const FACTS: Readonly<Record<Entity, Fact>> = { ticket, dossier, dossier_event: dossierEvent, rating, shift };
