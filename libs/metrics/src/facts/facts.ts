import { activityCount } from './activity-count';
import { dossier } from './dossier';
import { dossierEvent } from './dossier-event';
import type { Entity, Fact } from './fact';
import { judgedRating } from './judged-rating';
import { officerDay } from './officer-day';
import { overtime } from './overtime';
import { pointSlot } from './point-slot';
import { postingDay } from './posting-day';
import { publishedScore } from './published-score';
import { queueSlot } from './queue-slot';
import { ratedTicket } from './rated-ticket';
import { rating } from './rating';
import { roomDay } from './room-day';
import { shift } from './shift';
import { staffPosting } from './staff-posting';
import { staffed } from './staffed';
import { surveyAnswer } from './survey-answer';
import { surveyForm } from './survey-form';
import { ticket } from './ticket';
import { unitTask } from './unit-task';
import { visit } from './visit';
import { work } from './work';

/** The rows of every kind of case. */
export const FACTS: Readonly<Record<Entity, Fact>> = {
  ticket,
  dossier,
  dossier_event: dossierEvent,
  rating,
  shift,
  survey_answer: surveyAnswer,
  unit_task: unitTask,
  staff_posting: staffPosting,
  activity_count: activityCount,
  published_score: publishedScore,
  queue_slot: queueSlot,
  visit,
  rated_ticket: ratedTicket,
  judged_rating: judgedRating,
  survey_form: surveyForm,
  staffed,
  work,
  point_slot: pointSlot,
  officer_day: officerDay,
  posting_day: postingDay,
  room_day: roomDay,
  overtime,
};
