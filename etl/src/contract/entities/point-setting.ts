import { code, day, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, notFromTheFuture } from '../law';

export const pointSetting: EntityContract = {
  entity: 'point_setting',
  label: { vi: 'Phiên bản đang dùng tại điểm', en: 'Version in use at a point' },
  columns: [
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('setting', 'nội dung', 'setting', {
      required: true,
      allowed: ['procedure_list_posted', 'procedure_list_electronic', 'one_stop_software', 'queue_software'],
    }),
    day('noted_on', 'ngày ghi nhận', 'day of the note', required),
    text('version', 'phiên bản đang dùng', 'version in use', required),
    text('current_version', 'phiên bản hiện hành', 'version in force'),
    whole('procedures', 'số thủ tục niêm yết', 'procedures posted', { range: [0, 65_535] }),
  ],
  derived: [],
  identity: ['point_code', 'setting', 'noted_on'],
  cohortDay: 'noted_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(noted_on, 3, '${zone}')`],
  laws: [
    flag(
      'not_in_force',
      "current_version != '' AND version != current_version",
      'Khác với phiên bản hiện hành.',
      'Differs from the version in force.',
    ),
    notFromTheFuture('toDateTime64(noted_on, 3)', 'Ngày ghi nhận ở tương lai.', 'Noted in the future.'),
  ],
};
