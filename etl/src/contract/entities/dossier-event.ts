import { code, instant, pseudonym, required, text, whole } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

export const dossierEvent: EntityContract = {
  entity: 'dossier_event',
  label: { vi: 'Bước xử lý hồ sơ', en: 'Step of a dossier' },
  columns: [
    text('dossier_code', 'mã hồ sơ', 'dossier code', required),
    text('step_id', 'mã bước', 'step id', required),
    code('step', 'bước xử lý', 'step'),
    code('point_code', 'mã điểm tiếp nhận', 'reception point code', { required: true, place: 'point' }),
    code('unit', 'đơn vị xử lý', 'unit'),
    pseudonym('agent', 'người xử lý', 'agent'),
    code('agent_class', 'loại nhân sự', 'staff class', { allowed: ['civil_servant', 'contract'] }),
    instant('happened_at', 'thời điểm xử lý', 'time of the step', required),
    instant('step_due_at', 'hạn của bước', 'deadline of the step'),
    whole('status', 'trạng thái hồ sơ', 'status', { range: [0, 10] }),
  ],
  derived: [{ name: 'happened_on', sql: dayOf('happened_at') }],
  identity: ['dossier_code', 'step_id'],
  cohortDay: 'happened_on',
  keepFirst: [],
  tells: () => ['happened_at'],
  laws: [
    flag(
      'decided_by_contract_staff',
      "agent_class = 'contract' AND status IN (9, 10)",
      'Nhân sự hợp đồng thực hiện bước quyết định.',
      'A deciding step taken by contract staff.',
    ),
    notFromTheFuture('happened_at', 'Thời điểm xử lý ở tương lai.', 'Happened in the future.'),
  ],
};
