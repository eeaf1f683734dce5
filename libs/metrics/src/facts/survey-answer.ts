import { columnsOf, type Fact, ORIGIN } from './fact';
import { halfHourOf } from './half-hour';

/** Answers to the questions of survey forms, one row for each question, by the day on which they were given. */
export const surveyAnswer: Fact = {
  entity: 'survey_answer',
  table: 'survey_answer',
  day: 'answered_on',
  columns: { point: 'point_code', field: 'field_code', channel: 'channel', source: 'source' },
  halfHour: halfHourOf('answered_at'),
  detail: [
    ...columnsOf('text', 'form_id', 'question', 'choice', 'point_code', 'field_code', 'channel', 'device', 'dossier_code', 'ticket_id'),
    ...columnsOf('instant', 'answered_at'),
    ...columnsOf('number', 'score', 'fill_seconds'),
    ...ORIGIN,
  ],
  order: ['answered_at', 'source', 'form_id', 'question'],
  isToldRarely: true,
};
