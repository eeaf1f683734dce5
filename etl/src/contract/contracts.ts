import { activityCount } from './entities/activity-count';
import { countOfRecord } from './entities/count-of-record';
import { dossier } from './entities/dossier';
import { dossierCopy } from './entities/dossier-copy';
import { dossierEvent } from './entities/dossier-event';
import { incident } from './entities/incident';
import { inquiry } from './entities/inquiry';
import { intervention } from './entities/intervention';
import { petition } from './entities/petition';
import { pointSetting } from './entities/point-setting';
import { premises } from './entities/premises';
import { publishedScore } from './entities/published-score';
import { rating } from './entities/rating';
import { shift } from './entities/shift';
import { staffPosting } from './entities/staff-posting';
import { surveyAnswer } from './entities/survey-answer';
import { systemHour } from './entities/system-hour';
import { ticket } from './entities/ticket';
import { ticketEvent } from './entities/ticket-event';
import { training } from './entities/training';
import { unitTask } from './entities/unit-task';
import { ENTITIES, type EntityContract, type EntityName } from './entity-contract';

/** The contract of each entity. */
export const CONTRACTS: Readonly<Record<EntityName, EntityContract>> = {
  ticket,
  dossier,
  dossier_event: dossierEvent,
  ticket_event: ticketEvent,
  rating,
  shift,
  count_of_record: countOfRecord,
  petition,
  incident,
  intervention,
  survey_answer: surveyAnswer,
  premises,
  staff_posting: staffPosting,
  training,
  activity_count: activityCount,
  system_hour: systemHour,
  inquiry,
  point_setting: pointSetting,
  unit_task: unitTask,
  published_score: publishedScore,
  dossier_copy: dossierCopy,
};

/** True for the name of an entity that a source can fill. */
export const isEntityName = (name: string): name is EntityName => (ENTITIES as readonly string[]).includes(name);
