import { code, contact, instant, money, pseudonym, required, text, whole, yesNo } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, flag, knownChannel, notFromTheFuture, reject } from '../law';
import { dayOf, dayOfOptional } from '../time-sql';

/** The longest limit of the catalogue, prolonged, ends well within. */
const LONGEST_YEARS = 10;

export const dossier: EntityContract = {
  entity: 'dossier',
  label: { vi: 'Hồ sơ', en: 'Dossier' },
  columns: [
    text('dossier_code', 'mã hồ sơ', 'dossier code', required),
    code('support_point', 'điểm hỗ trợ nộp hồ sơ', 'support point', { place: 'point' }),
    code('point_code', 'mã điểm tiếp nhận', 'reception point code', { required: true, place: 'point' }),
    code('authority_code', 'cơ quan có thẩm quyền', 'competent authority'),
    code('applicant_ward', 'phường, xã của người nộp', 'applicant’s ward', { place: 'ward' }),
    code('procedure_code', 'mã thủ tục', 'procedure code'),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('channel', 'kênh thực hiện', 'channel'),
    pseudonym('agent', 'người tiếp nhận', 'agent'),
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
    yesNo('is_result_copied', 'tệp kết quả là tệp nộp vào', 'result copied from the papers'),
    contact('contact', 'liên hệ của người nộp', 'applicant’s contact'),
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
    ...endsAfterStart(
      'finished_before_received',
      ['received_at', 'finished_at'],
      'Xử lý xong trước khi tiếp nhận',
      'Settled before it was received',
    ),
    ...endsAfterStart(
      'received_before_submitted',
      ['submitted_at', 'received_at'],
      'Tiếp nhận trước khi nộp',
      'Received before it was submitted',
    ),
    reject(
      'open_for_decades',
      `finished_at > addYears(received_at, ${LONGEST_YEARS}) OR due_at > addYears(received_at, ${LONGEST_YEARS})`,
      `Thời gian giải quyết hoặc hạn trả dài quá ${LONGEST_YEARS} năm.`,
      `Took, or may take, more than ${LONGEST_YEARS} years.`,
    ),
    flag(
      'returned_before_finished',
      'returned_at < finished_at',
      'Trả kết quả trước khi xử lý xong.',
      'Result returned before settlement.',
    ),
    flag('no_due_date', 'isNull(due_at) AND status NOT IN (1, 3)', 'Không có ngày hẹn trả.', 'Has no due date.'),
    flag('due_before_received', 'due_at < received_at', 'Hẹn trả trước khi tiếp nhận.', 'Due before it was received.'),
    flag(
      'settled_without_end',
      'status IN (9, 10) AND isNull(finished_at)',
      'Đã xử lý xong nhưng không có thời điểm kết thúc.',
      'Settled without a time of settlement.',
    ),
    flag('supplemented_twice', 'supplement_requests > 1', 'Yêu cầu bổ sung quá một lần.', 'More than one supplement request.'),
    flag('due_moved', 'due_at > first_due_at', 'Ngày hẹn trả bị dời so với lần hẹn đầu.', 'The due date was moved behind the first one.'),
    flag(
      'result_copied_from_input',
      'is_result_copied = 1',
      'Tệp kết quả chính là tệp đầu tiên người dân nộp.',
      'The result is the first paper that was submitted.',
    ),
    knownChannel,
    notFromTheFuture('received_at', 'Thời điểm tiếp nhận ở tương lai.', 'Received in the future.'),
  ],
};
