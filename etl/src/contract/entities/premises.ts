import { code, day, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { reject } from '../law';
import { AMENITIES } from '../registers/amenities';
import { holdsUnknown, listOf } from '../registers/list-sql';

const AMENITY_CODES = Object.keys(AMENITIES);

export const premises: EntityContract = {
  entity: 'premises',
  label: { vi: 'Cơ sở vật chất của điểm phục vụ', en: 'Premises of a service point' },
  columns: [
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    day('valid_from', 'ngày bắt đầu áp dụng', 'first day', required),
    day('valid_to', 'ngày hết áp dụng', 'day after the last'),
    whole('floor_area_m2', 'diện tích (m²)', 'floor area (m²)', { required: true, range: [1, 1_000_000] }),
    whole('counters', 'số quầy', 'counters', { required: true, range: [0, 1_000] }),
    whole('seats', 'số ghế chờ', 'seats', { required: true, range: [0, 10_000] }),
    whole('computers', 'số máy tính', 'computers', { range: [0, 10_000] }),
    whole('scanners', 'số máy quét', 'scanners', { range: [0, 10_000] }),
    whole('parking_spaces', 'số chỗ để xe', 'parking spaces', { range: [0, 100_000] }),
    text('amenities', 'tiện ích miễn phí', 'free amenities'),
  ],
  derived: [{ name: 'amenity_count', sql: () => `toUInt8(length(${listOf('amenities')}))` }],
  identity: ['point_code', 'valid_from'],
  cohortDay: 'valid_from',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(valid_from, 3, '${zone}')`],
  laws: [
    reject('ended_before_started', 'valid_to <= valid_from', 'Hết áp dụng trước khi bắt đầu.', 'Ended before it began.'),
    reject(
      'amenity_unknown',
      holdsUnknown('amenities', AMENITY_CODES),
      `Có tiện ích không có trong danh mục: ${AMENITY_CODES.join(', ')}.`,
      `An amenity is none of: ${AMENITY_CODES.join(', ')}.`,
    ),
  ],
};
