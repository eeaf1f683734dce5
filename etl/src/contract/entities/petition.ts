import { code, contact, instant, required, text, yesNo } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, flag, notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

export const petition: EntityContract = {
  entity: 'petition',
  label: { vi: 'Phản ánh, kiến nghị', en: 'Petition' },
  columns: [
    text('petition_id', 'mã phản ánh', 'petition id', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('kind', 'loại phản ánh', 'kind'),
    code('channel', 'kênh phản ánh', 'channel'),
    code('field_code', 'mã lĩnh vực', 'field code'),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
    instant('received_at', 'thời điểm tiếp nhận', 'time of reception', required),
    instant('due_at', 'hạn trả lời', 'due date'),
    instant('forwarded_at', 'thời điểm từ chối hoặc chuyển', 'time of refusal or forwarding'),
    instant('supplement_requested_at', 'thời điểm yêu cầu bổ sung', 'time of the first request for more'),
    instant('first_replied_at', 'thời điểm phản hồi lần đầu', 'time of the first reply'),
    instant('answered_at', 'thời điểm trả lời', 'time of the answer'),
    instant('published_at', 'thời điểm công khai', 'time of publication'),
    yesNo('is_upheld', 'phản ánh đúng', 'upheld'),
    yesNo('is_dissatisfied', 'không hài lòng với trả lời', 'dissatisfied with the answer'),
    yesNo('is_repeat', 'phản ánh lặp lại', 'repeated'),
    contact('contact', 'liên hệ của người phản ánh', 'petitioner’s contact'),
  ],
  derived: [{ name: 'received_on', sql: dayOf('received_at') }],
  identity: ['petition_id'],
  cohortDay: 'received_on',
  keepFirst: [],
  tells: () => ['received_at', 'forwarded_at', 'supplement_requested_at', 'first_replied_at', 'answered_at', 'published_at'],
  laws: [
    ...endsAfterStart(
      'answered_before_received',
      ['received_at', 'answered_at'],
      'Trả lời trước khi tiếp nhận',
      'Answered before it was received',
    ),
    flag('due_before_received', 'due_at < received_at', 'Hạn trả lời trước khi tiếp nhận.', 'Due before it was received.'),
    flag('published_before_answered', 'published_at < answered_at', 'Công khai trước khi trả lời.', 'Published before it was answered.'),
    flag('no_due_date', 'isNull(due_at)', 'Không có hạn trả lời.', 'Has no due date.'),
    notFromTheFuture('received_at', 'Thời điểm tiếp nhận ở tương lai.', 'Received in the future.'),
  ],
};
