import { OUTDATED_BOARD } from '../planted';
import { includes, type PointSetting, workingDaysOf } from './register-setting';

/** Invented decisions that put a list of procedures into force. */
const LISTS = [
  { from: '', version: 'QĐ 1811', procedures: 388 },
  { from: '2026-05-13', version: 'QĐ 2044', procedures: 402 },
] as const;
const [FIRST_LIST] = LISTS;

/** What hangs on the boards, looked at once a month; at some points the paper board still shows the list before. */
export function writeNoticeBoards({ profile: { code }, days, files }: PointSetting): void {
  const working = workingDaysOf(days);
  working.forEach(({ day, month }, position) => {
    if (position > 0 && working[position - 1]?.month === month) return;
    const inForce = LISTS.findLast(({ from }) => from <= day) ?? FIRST_LIST;
    for (const board of ['posted', 'electronic']) {
      const shown = board === 'posted' && includes(OUTDATED_BOARD, code) ? FIRST_LIST : inForce;
      files.write('notice-boards', code, board, day, shown.version, inForce.version, shown.procedures);
    }
  });
}
