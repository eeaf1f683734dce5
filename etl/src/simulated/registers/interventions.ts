import { STAFF_MOVE } from '../planted';
import type { CitySetting } from './register-setting';

const SATURDAY = 6;
/** Every change that charts may mark; the whole city where no points are named. */
interface Change {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to?: string;
  readonly vi: string;
  readonly en: string;
  readonly points?: readonly string[];
}

function changes({ city, profiles }: CitySetting): Change[] {
  const saturdays = city.openingHours.filter(({ weekday, pointCode }) => weekday === SATURDAY && pointCode !== null);
  const moved = city.management.filter(({ validTo }) => validTo !== null);
  return [
    {
      id: 'TB-01',
      kind: 'result_return',
      from: '2026-01-01',
      vi: 'Trả 100 % kết quả giấy qua bưu chính',
      en: 'All paper results returned by post',
    },
    {
      id: 'TB-02',
      kind: 'opening_hours',
      from: '2026-01-01',
      vi: 'Làm việc sáng thứ Bảy',
      en: 'Open on Saturday mornings',
      points: [...new Set(saturdays.map(({ pointCode }) => pointCode ?? ''))],
    },
    {
      id: 'TB-03',
      kind: 'reorganisation',
      from: '2025-12-05',
      to: '2026-03-31',
      vi: 'Điều chuyển công chức về Trung tâm',
      en: 'Civil servants moved to the city centre',
    },
    {
      id: 'TB-04',
      kind: 'campaign',
      from: '2026-03-02',
      to: '2026-04-15',
      vi: 'Chiến dịch 45 ngày đêm hỗ trợ nộp hồ sơ trực tuyến',
      en: 'Forty-five days of help with online submission',
    },
    ...moved.map(({ pointCode, validTo }, index) => ({
      id: `TB-05-${index + 1}`,
      kind: 'boundary_change',
      from: validTo ?? '',
      vi: 'Chuyển sang chi nhánh khác quản lý',
      en: 'Managed by another branch',
      points: [pointCode],
    })),
    {
      id: 'TB-06',
      kind: 'staff_move',
      from: STAFF_MOVE.from,
      vi: 'Tăng cường cán bộ giờ cao điểm buổi sáng',
      en: 'Staff lent for the morning peak',
      points: profiles.filter(({ gainsDesks }) => gainsDesks).map(({ code }) => code),
    },
  ];
}

/** The dated changes of the simulated year, those that have begun. */
export function writeInterventions(setting: CitySetting): void {
  const { days, files } = setting;
  const last = days.at(days.end - 1).day;
  for (const { id, kind, from, to = '', vi, en, points = [''] } of changes(setting))
    if (from <= last) for (const point of points) files.write('interventions', id, kind, point, from, to <= last ? to : '', vi, en);
}
