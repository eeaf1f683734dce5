import { sql, type Sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Rule, type Term } from './definition';
import { notVoid, waitedLong, WAITING } from './wait-rules';

const hasPeople = (): Sql => sql`tickets > 0`;
// The ninetieth percentile lies beyond the limit where more than one in ten waited longer.
const isCrowded = (): Sql => sql`tickets > 0 AND long_waits * 10 > tickets`;

const slots = (cases: Rule, amount: Rule): Term => ({ entity: 'queue_slot', cases, amount });
const people = (): Sql => sql`toInt64(tickets)`;
const waited = (): Sql => sql`toInt64(wait_sum_ms)`;
const callings = (): Sql => sql`toInt64(called)`;

const everybody = slots(hasPeople, people);
const crowd = slots(isCrowded, people);
const crowdWaits = slots(isCrowded, waited);
const crowdCalls = slots(isCrowded, callings);
const slotMeans = slots(
  () => sql`called > 0`,
  () => sql`toInt64(round(wait_sum_ms / greatest(called, 1)))`,
);

const again: Term = { entity: 'visit', cases: notVoid, hits: () => sql`tickets > 1` };
const longVisit: Term = { entity: 'visit', cases: notVoid, hits: waitedLong };

const slot = {
  vi: 'Nửa giờ của hàng đợi tại một điểm, theo giờ cấp phiếu; nửa giờ đông là khi hơn một phần mười số người chờ quá mức quy định (P90 vượt mức)',
  en: 'Half-hours of the queue of a point, by time of issue; one is crowded when more than a tenth of its people waited longer than the limit (its P90 is beyond it)',
};
const visit = {
  vi: 'Các phiếu mà cùng một người lấy tại cùng điểm, cùng ngày, trong vòng 15 phút sau khi phiếu trước bị hủy, bỏ về, vắng mặt hoặc bị đóng được nối thành một lượt; nguồn không phân biệt người thì mỗi phiếu là một lượt',
  en: 'Tickets that one person took at one point on one day within 15 minutes after the last was void, left, missed or closed are joined into one visit; where the source does not tell people apart each ticket is a visit',
};

/** Who meets the queue when it is worst, and what a person lived through who had to take a number again. */
export const EXPOSURE: readonly MetricDefinition[] = [
  {
    ...WAITING,
    id: 'wait_mean_by_time',
    label: { vi: 'Thời gian chờ trung bình theo giờ mở cửa', en: 'Mean wait of a half-hour' },
    description: {
      vi: 'Trong một nửa giờ bất kỳ có người được gọi, thời gian chờ trung bình là bao nhiêu phút.',
      en: 'In a half-hour taken at random, how many minutes the people of it waited on average.',
    },
    formula: {
      vi: 'Trung bình, mỗi nửa giờ tính như nhau, của thời gian chờ trung bình trong nửa giờ đó; bỏ nửa giờ không có ai được gọi.',
      en: 'Mean over half-hours, each counted once, of the mean wait in it; half-hours in which nobody was called are left out.',
    },
    differsFrom: [
      {
        metric: 'wait_mean',
        why: {
          vi: 'Thời gian chờ trung bình tính theo người: phần đông người đến đúng lúc hàng dài, nên con số đó cao hơn con số tính theo giờ.',
          en: 'The mean wait counts people: most come when the line is long, so it lies above the figure that counts hours.',
        },
      },
    ],
    unit: 'minutes',
    standard: null,
    computation: { kind: 'mean', of: slotMeans, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'crowded_share',
    label: { vi: 'Tỷ lệ người đến vào giờ đông', en: 'Share of people who come when it is crowded' },
    description: {
      vi: 'Cứ 100 người thì bao nhiêu người đến đúng nửa giờ mà hàng đợi quá tải.',
      en: 'Of 100 people, how many come in a half-hour in which the line is too long.',
    },
    formula: {
      vi: `${slot.vi}; số phiếu của các nửa giờ đông ÷ số phiếu hợp lệ.`,
      en: `${slot.en}; tickets of crowded half-hours ÷ tickets that are not void.`,
    },
    unit: 'share',
    standard: null,
    computation: { kind: 'ratio', top: crowd, bottom: everybody, by: 'sum' },
  },
  {
    ...WAITING,
    id: 'crowded_wait_mean',
    label: { vi: 'Thời gian chờ trung bình vào giờ đông', en: 'Mean wait when it is crowded' },
    description: {
      vi: 'Vào những nửa giờ quá tải, trung bình một người chờ bao nhiêu phút.',
      en: 'In half-hours in which the line is too long, how many minutes a person waits on average.',
    },
    formula: {
      vi: `${slot.vi}; tổng thời gian chờ ÷ số người được gọi của các nửa giờ đông.`,
      en: `${slot.en}; sum of waits ÷ people called in crowded half-hours.`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'ratio', top: crowdWaits, bottom: crowdCalls, by: 'sum', scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'reissue_rate',
    label: { vi: 'Tỷ lệ phải lấy số lại', en: 'Share who took a number again' },
    description: {
      vi: 'Cứ 100 lượt đến thì bao nhiêu lượt phải lấy số hơn một lần.',
      en: 'Of 100 visits, how many took more than one number.',
    },
    formula: { vi: `${visit.vi}; số lượt có hơn một phiếu ÷ số lượt.`, en: `${visit.en}; visits of more than one ticket ÷ visits.` },
    unit: 'share',
    standard: null,
    source: null,
    computation: { kind: 'rate', of: again },
  },
  {
    ...WAITING,
    id: 'joined_long_wait_rate',
    label: { vi: 'Tỷ lệ chờ lâu khi nối các phiếu lấy lại', en: 'Long wait rate with reissued tickets joined' },
    description: {
      vi: 'Cứ 100 lượt đến thì bao nhiêu lượt chờ quá mức quy định, tính từ phiếu đầu tiên.',
      en: 'Of 100 visits, how many waited longer than the limit, counted from the first number taken.',
    },
    formula: { vi: `${visit.vi}; lượt chờ lâu (từ phiếu đầu) ÷ số lượt.`, en: `${visit.en}; long waits (from the first ticket) ÷ visits.` },
    differsFrom: [
      {
        metric: 'long_wait_rate',
        why: {
          vi: 'Tỷ lệ chờ lâu tính từng phiếu: hủy phiếu rồi in lại làm đồng hồ chạy lại từ đầu, ở đây thì không.',
          en: 'The long wait rate counts tickets: to cancel one and print another starts the clock again, here it does not.',
        },
      },
    ],
    unit: 'share',
    standard: null,
    computation: { kind: 'rate', of: longVisit },
  },
];
