import { code, day, pseudonym, required, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, reject } from '../law';

export const training: EntityContract = {
  entity: 'training',
  label: { vi: 'Đào tạo, chứng chỉ, chứng thư số', en: 'Course or certificate of a member of staff' },
  columns: [
    pseudonym('staff', 'mã nhân sự', 'staff pseudonym', required),
    // A certificate is often older than the point where its holder works today: no law ties the two.
    code('unit_code', 'đơn vị công tác', 'unit where the person works'),
    code('kind', 'loại', 'kind', { required: true, allowed: ['course', 'certificate'] }),
    code('course', 'khóa học, chứng chỉ', 'course or certificate', required),
    day('enrolled_on', 'ngày ghi danh hoặc cấp', 'day of enrolment or issue', required),
    day('completed_on', 'ngày hoàn thành', 'day of completion'),
    day('expires_on', 'ngày hết hạn', 'day of expiry'),
    code('result', 'kết quả', 'result', { required: true, allowed: ['in_progress', 'passed', 'failed', 'revoked'] }),
    whole('score', 'điểm', 'score', { range: [0, 100] }),
  ],
  derived: [],
  identity: ['staff', 'course', 'enrolled_on'],
  cohortDay: 'enrolled_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(enrolled_on, 3, '${zone}')`, `toDateTime64(completed_on, 3, '${zone}')`],
  laws: [
    reject('completed_before_enrolled', 'completed_on < enrolled_on', 'Hoàn thành trước khi ghi danh.', 'Completed before enrolment.'),
    reject('expired_before_issued', 'expires_on < enrolled_on', 'Hết hạn trước khi cấp.', 'Expires before it was issued.'),
    flag(
      'passed_without_end',
      "kind = 'course' AND result = 'passed' AND isNull(completed_on)",
      'Đạt nhưng không có ngày hoàn thành.',
      'Passed without a day of completion.',
    ),
  ],
};
