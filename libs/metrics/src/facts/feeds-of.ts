import type { DerivedEntity, Entity, ToldEntity } from './fact';

/**
 * The feeds without which the cases of a derived fact mean nothing. Tasks are not among those of work: most points have no
 * system that tells of them, and their services are work all the same. A register of premises tells nothing day by day.
 */
const FEEDS: Readonly<Record<DerivedEntity, readonly ToldEntity[]>> = {
  queue_slot: ['ticket'],
  visit: ['ticket'],
  rated_ticket: ['ticket', 'rating'],
  judged_rating: ['rating'],
  survey_form: ['survey_answer'],
  staffed: ['shift'],
  work: ['ticket'],
  point_slot: ['shift', 'ticket'],
  officer_day: ['shift', 'ticket'],
  posting_day: ['staff_posting'],
  room_day: ['ticket'],
  overtime: ['shift'],
};

const isDerived = (entity: Entity): entity is DerivedEntity => entity in FEEDS;

/** The kinds of case that must be told of before anything is known of an entity. */
export const feedsOf = (entity: Entity): readonly ToldEntity[] => (isDerived(entity) ? FEEDS[entity] : [entity]);
