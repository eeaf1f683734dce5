import { code, instant, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

/** A dossier as the national portal holds it: an entity of its own, so that no figure can count it beside the dossier. */
export const dossierCopy: EntityContract = {
  entity: 'dossier_copy',
  label: { vi: 'Bản sao hồ sơ trên Cổng Dịch vụ công quốc gia', en: 'Copy of a dossier on the national portal' },
  columns: [
    text('dossier_code', 'mã hồ sơ', 'dossier code', required),
    code('point_code', 'mã điểm tiếp nhận', 'reception point code', { required: true, place: 'point' }),
    whole('status', 'trạng thái hồ sơ', 'status', { required: true, range: [1, 10] }),
    instant('received_at', 'thời điểm tiếp nhận', 'time of reception', required),
    instant('finished_at', 'thời điểm xử lý xong', 'time of settlement'),
  ],
  derived: [{ name: 'received_on', sql: dayOf('received_at') }],
  identity: ['dossier_code'],
  cohortDay: 'received_on',
  keepFirst: [],
  tells: () => ['received_at', 'finished_at'],
  laws: [
    ...endsAfterStart(
      'finished_before_received',
      ['received_at', 'finished_at'],
      'Xử lý xong trước khi tiếp nhận',
      'Settled before it was received',
    ),
    notFromTheFuture('received_at', 'Thời điểm tiếp nhận ở tương lai.', 'Received in the future.'),
  ],
};
