import { code, day, money, required, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { notFromTheFuture } from '../law';

export const countOfRecord: EntityContract = {
  entity: 'count_of_record',
  label: { vi: 'Số liệu sổ sách', en: 'Count from a book' },
  columns: [
    code('point_code', 'mã điểm phục vụ', 'service point code', { required: true, place: 'point' }),
    day('counted_on', 'ngày ghi sổ', 'day of the count', required),
    code('book', 'loại sổ', 'book', required),
    code('field_code', 'mã lĩnh vực', 'field code'),
    whole('entries', 'số lượt ghi', 'entries', { required: true, range: [0, 4_294_967_295] }),
    money('fee', 'phí, lệ phí', 'fee'),
  ],
  derived: [],
  identity: ['point_code', 'counted_on', 'book'],
  cohortDay: 'counted_on',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(counted_on, 3, '${zone}')`],
  laws: [notFromTheFuture('toDateTime64(counted_on, 3)', 'Ngày ghi sổ ở tương lai.', 'Counted in the future.')],
};
