import { code, instant, pseudonym, required, text } from '../column';
import type { EntityContract } from '../entity-contract';
import { endsAfterStart, flag, notFromTheFuture } from '../law';
import { dayOf } from '../time-sql';

export const unitTask: EntityContract = {
  entity: 'unit_task',
  label: { vi: 'Nhiệm vụ có thời hạn', en: 'Task with a deadline' },
  columns: [
    text('task_id', 'mã nhiệm vụ', 'task id', required),
    code('kind', 'loại nhiệm vụ', 'kind', { required: true, allowed: ['document', 'interlinked', 'department_step'] }),
    code('point_code', 'mã điểm phục vụ', 'service point code', { place: 'point' }),
    code('unit', 'đơn vị thực hiện', 'unit', required),
    pseudonym('staff', 'mã nhân sự', 'staff pseudonym'),
    code('subject', 'nội dung', 'subject'),
    text('dossier_code', 'mã hồ sơ', 'dossier code'),
    instant('assigned_at', 'thời điểm giao', 'time of assignment', required),
    instant('due_at', 'thời hạn', 'due date'),
    instant('finished_at', 'thời điểm hoàn thành', 'time of completion'),
  ],
  derived: [{ name: 'assigned_on', sql: dayOf('assigned_at') }],
  identity: ['kind', 'task_id'],
  cohortDay: 'assigned_on',
  keepFirst: [],
  tells: () => ['assigned_at', 'finished_at'],
  laws: [
    ...endsAfterStart(
      'finished_before_assigned',
      ['assigned_at', 'finished_at'],
      'Hoàn thành trước khi giao',
      'Finished before it was assigned',
    ),
    flag('no_due_date', 'isNull(due_at)', 'Không có thời hạn.', 'Has no due date.'),
    notFromTheFuture('assigned_at', 'Thời điểm giao ở tương lai.', 'Assigned in the future.'),
  ],
};
