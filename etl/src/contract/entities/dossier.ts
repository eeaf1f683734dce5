import { code, instant, money, required, text, whole, yesNo } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag } from '../law';
import { dayOf, dayOfOptional } from '../time-sql';

export const dossier: EntityContract = {
  entity: 'dossier',
  label: { vi: 'Hồ sơ', en: 'Dossier' },
  columns: [
    text('dossier_code', 'mã hồ sơ', 'dossier code', required),
    code('support_point', 'điểm hỗ trợ nộp hồ sơ', 'support point'),
    code('point_code', 'mã điểm tiếp nhận', 'reception point code', required),
    code('authority_code', 'cơ quan có thẩm quyền', 'competent authority'),
    code('applicant_ward', 'phường, xã của người nộp', 'applicant’s ward'),
    code('procedure_code', 'mã thủ tục', 'procedure code'),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('channel', 'kênh thực hiện', 'channel'),
    code('agent', 'người tiếp nhận', 'agent'),
    instant('submitted_at', 'thời điểm nộp', 'time of submission'),
    instant('received_at', 'thời điểm tiếp nhận', 'time of reception', required),
    instant('first_due_at', 'hạn trả lần đầu', 'first due date', { otherwise: 'told_due_at' }),
    instant('due_at', 'hạn trả hiện tại', 'current due date', { otherwise: 'told_first_due_at' }),
    instant('finished_at', 'thời điểm xử lý xong', 'time of settlement'),
    instant('returned_at', 'thời điểm trả kết quả', 'time of returning the result'),
    whole('status', 'trạng thái hồ sơ', 'status', { required: true, range: [1, 10] }),
    whole('supplement_requests', 'số lần yêu cầu bổ sung', 'supplement requests', { range: [0, 65_535] }),
    whole('paused_ms', 'thời gian tạm dừng', 'paused time', { range: [0, Number.MAX_SAFE_INTEGER] }),
    instant('apology_at', 'thời điểm xin lỗi', 'time of the apology'),
    money('fee', 'phí, lệ phí', 'fee'),
    yesNo('is_paid_online', 'thanh toán trực tuyến', 'paid online'),
    yesNo('is_digitised', 'đã số hóa', 'digitised'),
    yesNo('has_electronic_result', 'có kết quả điện tử', 'electronic result'),
  ],
  derived: [
    { name: 'received_on', sql: dayOf('received_at') },
    { name: 'first_due_on', sql: dayOfOptional('first_due_at') },
    { name: 'due_on', sql: dayOfOptional('due_at') },
    { name: 'finished_on', sql: dayOfOptional('finished_at') },
  ],
  identity: ['dossier_code'],
  cohortDay: 'received_on',
  keepFirst: [{ column: 'first_due_at', day: 'first_due_on' }],
  tells: () => ['submitted_at', 'received_at', 'finished_at', 'returned_at', 'apology_at'],
  laws: [
    flag('finished_before_received', 'finished_at < received_at', 'Xử lý xong trước khi tiếp nhận.', 'Settled before it was received.'),
    flag(
      'returned_before_finished',
      'returned_at < finished_at',
      'Trả kết quả trước khi xử lý xong.',
      'Result returned before settlement.',
    ),
    flag('received_before_submitted', 'received_at < submitted_at', 'Tiếp nhận trước khi nộp.', 'Received before it was submitted.'),
    flag('no_due_date', 'isNull(due_at) AND status NOT IN (1, 3)', 'Không có ngày hẹn trả.', 'Has no due date.'),
    flag('due_before_received', 'due_at < received_at', 'Hẹn trả trước khi tiếp nhận.', 'Due before it was received.'),
    flag(
      'settled_without_end',
      'status IN (9, 10) AND isNull(finished_at)',
      'Đã xử lý xong nhưng không có thời điểm kết thúc.',
      'Settled without a time of settlement.',
    ),
    flag('supplemented_twice', 'supplement_requests > 1', 'Yêu cầu bổ sung quá một lần.', 'More than one supplement request.'),
    flag('from_the_future', 'received_at > latest_plausible', 'Thời điểm tiếp nhận ở tương lai.', 'Received in the future.'),
  ],
};
