import { sql } from '@evenhand/warehouse';
import type { MetricDefinition, Rule, Term } from './definition';

const ofDays = (amount: Rule): Term => ({ entity: 'room_day', cases: () => sql`1`, amount });

const peaks = ofDays(() => sql`peak_waiting`);
const seats = ofDays(() => sql`seats`);
const tickets = ofDays(() => sql`tickets`);
const area = ofDays(() => sql`floor_area_m2`);

const common = {
  direction: 'down',
  standard: null,
  version: 1,
  source: {
    vi: 'Phản ánh của thành phố: diện tích, vị trí nhiều điểm phục vụ không đáp ứng vào giờ cao điểm; số ghế, diện tích theo danh mục cơ sở vật chất.',
    en: 'Remark of the city: area and location of many points do not suffice at peaks; seats and floor area as the register of premises says.',
  },
} as const;
const days = {
  vi: 'theo từng điểm và từng ngày có cấp phiếu, chỉ tính điểm có trong danh mục cơ sở vật chất của ngày đó',
  en: 'by point and day on which tickets were issued, points on the register of premises for that day only',
};

/** Whether the rooms are large enough for those who come. */
export const PREMISES: readonly MetricDefinition[] = [
  {
    ...common,
    id: 'peak_waiting_per_seat',
    label: { vi: 'Số người chờ lúc cao điểm so với số ghế', en: 'People waiting at the peak against seats' },
    description: {
      vi: 'Vào lúc đông nhất trong ngày, số người chờ bằng bao nhiêu phần số ghế chờ; trên 100 % là có người phải đứng.',
      en: 'At the fullest moment of a day, how many people wait for each seat; beyond 100% some must stand.',
    },
    formula: {
      vi: `Tổng số người cùng chờ lúc đông nhất trong ngày ÷ tổng số ghế chờ, ${days.vi}. Chờ là từ khi cấp phiếu đến lần gọi đầu tiên hoặc đến khi bỏ về; không kể phiếu hủy và phiếu do hệ thống đóng.`,
      en: `Most people who waited at one time of the day, added up ÷ seats, added up, ${days.en}. People wait from issue to the first call or until they leave; void tickets and those that the system closed are left out.`,
    },
    unit: 'share',
    computation: { kind: 'ratio', top: peaks, bottom: seats, by: 'sum' },
  },
  {
    ...common,
    id: 'tickets_per_100_m2',
    label: { vi: 'Lượt đến mỗi ngày trên 100 m²', en: 'Tickets a day per 100 m²' },
    description: {
      vi: 'Cứ 100 m² diện tích thì mỗi ngày tiếp bao nhiêu lượt người đến.',
      en: 'How many people come in a day for each 100 square metres of floor.',
    },
    formula: {
      vi: `100 × tổng số phiếu hợp lệ ÷ tổng diện tích (m²), ${days.vi}.`,
      en: `100 × tickets that are not void ÷ floor area in m², added up ${days.en}.`,
    },
    unit: 'count',
    computation: { kind: 'ratio', top: tickets, bottom: area, by: 'sum', scale: 0.01 },
  },
];
