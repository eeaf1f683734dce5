import { code, instant, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, notFromTheFuture, reject } from '../law';
import { NOT_APPLICABLE, SHORTEST_FILL_SECONDS, SURVEY_CHOICES, SURVEY_QUESTIONS } from '../registers/survey-questions';
import { dayOf } from '../time-sql';

export const surveyAnswer: EntityContract = {
  entity: 'survey_answer',
  label: { vi: 'Câu trả lời phiếu khảo sát', en: 'Answer of a survey form' },
  columns: [
    text('form_id', 'mã phiếu khảo sát', 'form id', required),
    code('question', 'câu hỏi', 'question', { required: true, allowed: Object.keys(SURVEY_QUESTIONS) }),
    code('choice', 'phương án trả lời', 'choice', { required: true, allowed: SURVEY_CHOICES }),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('channel', 'kênh khảo sát', 'channel'),
    code('device', 'thiết bị', 'device'),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
    text('ticket_id', 'mã phiếu lấy số', 'ticket id'),
    instant('answered_at', 'thời điểm trả lời', 'time of the answer', required),
    whole('fill_seconds', 'số giây điền phiếu', 'seconds to fill in', { range: [0, 86_400] }),
  ],
  derived: [
    { name: 'answered_on', sql: dayOf('answered_at') },
    { name: 'score', sql: () => 'toUInt8OrNull(choice)' },
  ],
  identity: ['form_id', 'question'],
  cohortDay: 'answered_on',
  keepFirst: [],
  tells: () => ['answered_at'],
  laws: [
    reject(
      'always_applicable',
      `choice = '${NOT_APPLICABLE}' AND question != 'apology'`,
      'Chỉ câu hỏi về xin lỗi được trả lời “không bị trễ hẹn”.',
      'Only the question about the apology may be not applicable.',
    ),
    flag(
      'filled_too_fast',
      `text_fill_seconds != '' AND fill_seconds < ${SHORTEST_FILL_SECONDS}`,
      `Điền phiếu trong chưa đến ${SHORTEST_FILL_SECONDS} giây.`,
      `Filled in within less than ${SHORTEST_FILL_SECONDS} seconds.`,
    ),
    notFromTheFuture('answered_at', 'Thời điểm trả lời ở tương lai.', 'Answered in the future.'),
  ],
};
