import { sql } from '@evenhand/warehouse';
import { type MetricDefinition, MS_PER_MINUTE, type Term } from './definition';
import { LONG_WAITS } from './standards';
import { waitedAtLeast, waitedSomehow, WAITING, waitLimit } from './wait-rules';

const offered: Term = {
  entity: 'ticket',
  cases: waitedSomehow,
  hits: () => sql`wait_ms IS NOT NULL`,
  amount: waitedAtLeast,
  limit: waitLimit,
  rollup: { n: 'called', moreN: 'censored', largest: 'longest_wait_ms', bins: 'wait_bins', openBins: 'censored_bins' },
};

const method = {
  vi: 'Ước lượng Kaplan–Meier trên phiếu hợp lệ: người được gọi là quan sát trọn vẹn; người bỏ về và người còn đang chờ được tính đến lúc cuối cùng còn thấy họ chờ; phiếu do hệ thống đóng được để ngoài',
  en: 'Kaplan–Meier estimate over tickets that are not void: who was called is fully seen; who left or still waits counts up to the last moment they were seen waiting; tickets closed by the system are left out',
};
const inBins = {
  vi: 'Đọc từ bảng tổng hợp thì nội suy trong nhóm (sai số tối đa một nhóm)',
  en: 'Read from the rollup it is interpolated inside a bin (off by one bin at most)',
};

/** How long people would have to wait if nobody gave up. */
export const OFFERED_WAITS: readonly MetricDefinition[] = [
  {
    ...WAITING,
    id: 'offered_long_wait_rate',
    label: { vi: 'Tỷ lệ phải chờ lâu nếu không bỏ về', en: 'Share facing a long wait' },
    description: {
      vi: 'Nếu không ai bỏ về, cứ 100 người thì bao nhiêu người phải chờ quá mức quy định. Người bỏ về không làm con số này đẹp lên.',
      en: 'If nobody gave up, how many of 100 people would wait longer than the limit. Driving people away does not improve it.',
    },
    formula: {
      vi: `${method.vi}; giá trị là phần còn chờ sau mức quy định của thành phố, P(V > giới hạn), khoảng tin cậy Greenwood trên thang log(−log). Trong ba cách tính mức phục vụ, thành phố chọn cách này; hai cách kia là called_in_time_rate và phần bù của long_wait_rate.`,
      en: `${method.en}; the value is the share still waiting after the city’s limit, P(V > limit), with Greenwood’s interval on log(−log). Of the three service levels in use this is the one chosen; the others are called_in_time_rate and the complement of long_wait_rate.`,
    },
    unit: 'share',
    standard: LONG_WAITS,
    computation: { kind: 'survival', of: offered, asks: 'share_beyond' },
  },
  {
    ...WAITING,
    id: 'offered_wait_median',
    label: { vi: 'Thời gian phải chờ trung vị', en: 'Median wait to expect' },
    description: {
      vi: 'Nếu không ai bỏ về, một nửa số người sẽ chờ không quá chừng này phút.',
      en: 'If nobody gave up, half of the people would wait no longer than this.',
    },
    formula: {
      vi: `${method.vi}; thời điểm đường cong xuống đến 50 %. ${inBins.vi}.`,
      en: `${method.en}; the time at which the curve is down to 50%. ${inBins.en}.`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'survival', of: offered, asks: 'quantile', share: 0.5, scale: MS_PER_MINUTE },
  },
  {
    ...WAITING,
    id: 'offered_wait_p90',
    label: { vi: 'Thời gian phải chờ của 10% lâu nhất (P90)', en: 'Wait to expect of the slowest tenth (P90)' },
    description: {
      vi: 'Nếu không ai bỏ về, cứ 10 người thì 1 người sẽ chờ lâu hơn chừng này phút.',
      en: 'If nobody gave up, one person in ten would wait longer than this.',
    },
    formula: {
      vi: `${method.vi}; thời điểm đường cong xuống đến 10 %. ${inBins.vi}.`,
      en: `${method.en}; the time at which the curve is down to 10%. ${inBins.en}.`,
    },
    unit: 'minutes',
    standard: null,
    computation: { kind: 'survival', of: offered, asks: 'quantile', share: 0.9, scale: MS_PER_MINUTE },
  },
];
