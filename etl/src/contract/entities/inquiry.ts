import { code, instant, required, text } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, notFromTheFuture } from '../law';
import { dayOf, msBetween } from '../time-sql';

export const inquiry: EntityContract = {
  entity: 'inquiry',
  label: { vi: 'Lượt hỏi đáp', en: 'Inquiry' },
  columns: [
    text('inquiry_id', 'mã lượt hỏi', 'inquiry id', required),
    code('channel', 'kênh hỏi đáp', 'channel', { required: true, allowed: ['hotline', 'robot', 'zalo', 'chat', 'email', 'front_desk'] }),
    code('point_code', 'mã điểm phục vụ', 'service point code', { place: 'point' }),
    code('device', 'đường dây, thiết bị', 'line or device'),
    code('topic', 'chủ đề', 'topic'),
    instant('asked_at', 'thời điểm hỏi', 'time of the question', required),
    instant('answered_at', 'thời điểm trả lời', 'time of the answer'),
    instant('ended_at', 'thời điểm kết thúc', 'end'),
    instant('resolved_at', 'thời điểm giải quyết xong', 'time of the resolution'),
    code('outcome', 'kết quả', 'outcome', { required: true, allowed: ['answered', 'handed_over', 'unanswered', 'abandoned'] }),
  ],
  derived: [
    { name: 'asked_on', sql: dayOf('asked_at') },
    { name: 'answer_ms', sql: () => msBetween('asked_at', 'answered_at') },
  ],
  identity: ['inquiry_id'],
  cohortDay: 'asked_on',
  keepFirst: [],
  tells: () => ['asked_at', 'answered_at', 'ended_at', 'resolved_at'],
  laws: [
    ...endsAfterStart('answered_before_asked', ['asked_at', 'answered_at'], 'Trả lời trước khi hỏi', 'Answered before it was asked'),
    ...endsAfterStart('ended_before_answered', ['answered_at', 'ended_at'], 'Kết thúc trước khi trả lời', 'Ended before it was answered'),
    notFromTheFuture('asked_at', 'Thời điểm hỏi ở tương lai.', 'Asked in the future.'),
  ],
};
