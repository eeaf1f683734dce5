import { code, instant, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, knownChannel, notFromTheFuture, reject } from '../law';
import { dayOf } from '../time-sql';

export const rating: EntityContract = {
  entity: 'rating',
  label: { vi: 'Lượt đánh giá', en: 'Rating' },
  columns: [
    text('rating_id', 'mã đánh giá', 'rating id', required),
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    code('field_code', 'mã lĩnh vực', 'field code'),
    code('channel', 'kênh thực hiện', 'channel'),
    code('device', 'thiết bị', 'device'),
    text('ticket_id', 'mã phiếu', 'ticket id'),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
    instant('rated_at', 'thời điểm đánh giá', 'time of the rating', required),
    whole('level', 'mức đánh giá', 'level', { required: true, range: [0, 255] }),
    whole('scale', 'số mức của thang', 'number of levels', { required: true, range: [2, 100] }),
    code('reason', 'lý do không hài lòng', 'reason'),
  ],
  derived: [{ name: 'rated_on', sql: dayOf('rated_at') }],
  identity: ['rating_id'],
  cohortDay: 'rated_on',
  keepFirst: [],
  tells: () => ['rated_at'],
  laws: [
    reject(
      'level_outside_scale',
      'level < 1 OR level > scale',
      'Mức đánh giá nằm ngoài thang (1 đến số mức của thang).',
      'The level lies outside its scale (1 up to the number of levels).',
    ),
    flag(
      'reason_missing',
      "level = 1 AND scale = 3 AND reason = ''",
      'Không hài lòng nhưng không nêu lý do.',
      'Not satisfied, and no reason given.',
    ),
    flag(
      'belongs_to_nothing',
      "ticket_id = '' AND dossier_code = ''",
      'Không gắn với phiếu hay hồ sơ nào.',
      'Belongs to no ticket and no dossier.',
    ),
    knownChannel,
    notFromTheFuture('rated_at', 'Thời điểm đánh giá ở tương lai.', 'Rated in the future.'),
  ],
};
