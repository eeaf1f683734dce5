import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';
import { notVoid, waitLimit, WAITING } from './wait-rules';

const gone: Term = {
  entity: 'ticket',
  cases: () => sql`outcome = 'abandoned' AND waited_until_left_ms IS NOT NULL`,
  amount: () => sql`assumeNotNull(waited_until_left_ms)`,
};
const closedBySystem: Term = {
  entity: 'ticket',
  cases: notVoid,
  hits: () => sql`outcome = 'closed_by_system'`,
  rollup: { n: 'tickets', hits: 'closed_by_system' },
};
const calledInTime: Term = {
  entity: 'ticket',
  cases: notVoid,
  hits: (context) => sql`ifNull(wait_ms <= ${waitLimit(context)}, false)`,
};

const patience = {
  vi: 'Từ lúc cấp phiếu đến lúc rời đi, của phiếu bỏ về mà nguồn ghi lại giờ rời đi',
  en: 'From issue to leaving, over abandoned tickets whose source tells when people left',
};

/** Who gave up, after how long, and which tickets nobody ended. */
export const LEAVING: readonly MetricDefinition[] = [
  {
    ...WAITING,
    id: 'left_after_mean',
    label: { vi: 'Thời gian chờ trung bình trước khi bỏ về', en: 'Mean wait before leaving' },
    description: {
      vi: 'Người bỏ về đã chờ trung bình bao nhiêu phút rồi mới thôi.',
      en: 'How many minutes people who gave up had waited on average.',
    },
    formula: { vi: `${patience.vi}; trung bình.`, en: `${patience.en}; mean.` },
    unit: 'minutes',
    direction: 'none',
    standard: null,
    computation: { kind: 'mean', of: gone, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'left_after_median',
    label: { vi: 'Thời gian chờ trung vị trước khi bỏ về', en: 'Median wait before leaving' },
    description: {
      vi: 'Một nửa số người bỏ về đã chờ không quá chừng này phút.',
      en: 'Half of those who gave up had waited no longer than this.',
    },
    formula: { vi: `${patience.vi}; trung vị (loại 7).`, en: `${patience.en}; median (type 7).` },
    unit: 'minutes',
    direction: 'none',
    standard: null,
    computation: { kind: 'quantile', of: gone, share: 0.5, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'closed_by_system_rate',
    label: { vi: 'Tỷ lệ phiếu do hệ thống đóng', en: 'Share closed by the system' },
    description: {
      vi: 'Cứ 100 phiếu thì bao nhiêu phiếu không ai kết thúc, để hệ thống tự đóng cuối ngày: không biết người đó có được phục vụ hay không.',
      en: 'Of 100 tickets, how many nobody ended and the system closed at the end of the day: whether anybody was served is unknown.',
    },
    formula: {
      vi: 'Phiếu do hệ thống đóng ÷ số phiếu hợp lệ, theo ngày cấp. Đây là lỗi dữ liệu; các phiếu này không có thời gian chờ.',
      en: 'Tickets closed by the system ÷ tickets that are not void, by day of issue. A fault of the data: these tickets have no wait.',
    },
    unit: 'share',
    standard: null,
    source: null,
    computation: { kind: 'rate', of: closedBySystem },
  },
  {
    ...WAITING,
    id: 'called_in_time_rate',
    label: { vi: 'Tỷ lệ được gọi trong thời hạn', en: 'Share called within the limit' },
    description: {
      vi: 'Cứ 100 người lấy số thì bao nhiêu người được gọi trong mức quy định.',
      en: 'Of 100 people who took a ticket, how many were called within the limit.',
    },
    formula: {
      vi: 'Phiếu có thời gian chờ không quá mức quy định ÷ mọi phiếu hợp lệ: người bỏ về sớm cũng tính là chưa được phục vụ.',
      en: 'Tickets whose wait is no longer than the limit ÷ all tickets that are not void: whoever left early counts as not served.',
    },
    differsFrom: [
      {
        metric: 'offered_long_wait_rate',
        why: {
          vi: 'Ở đây người bỏ về sau vài phút làm giảm con số, dù có thể họ cũng sắp được gọi; tỷ lệ phải chờ lâu nếu không bỏ về không đoán như vậy.',
          en: 'Here somebody who leaves after a few minutes lowers the figure although they might soon have been called; the share facing a long wait assumes nothing of the kind.',
        },
      },
      {
        metric: 'long_wait_rate',
        why: {
          vi: 'Tỷ lệ chờ lâu coi người bỏ về trong mức quy định là không chờ lâu; ở đây họ không được tính là được phục vụ.',
          en: 'The long wait rate takes people who left within the limit for people who did not wait long; here they were not served.',
        },
      },
    ],
    unit: 'share',
    direction: 'up',
    standard: null,
    computation: { kind: 'rate', of: calledInTime },
  },
];
