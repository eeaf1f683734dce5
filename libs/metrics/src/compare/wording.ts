import type {
  Adjustment,
  Closing,
  EffectVerdict,
  Label,
  PointComparison,
  StratumKey,
  TrendSignal,
  UnevennessMeasure,
  Unit,
  Verdict,
} from '@evenhand/domain';
import { differenceText, figureText } from './figure-text';

/** What a change did, or why nothing can be told. */
export const EFFECT_LABELS: Readonly<Record<EffectVerdict | 'too_few_weeks' | 'whole_city' | 'no_others', Label>> = {
  better: { vi: 'Tốt lên so với nơi khác, vượt mức ngẫu nhiên', en: 'Got better than elsewhere, beyond chance' },
  worse: { vi: 'Xấu đi so với nơi khác, vượt mức ngẫu nhiên', en: 'Got worse than elsewhere, beyond chance' },
  higher: { vi: 'Tăng so với nơi khác, vượt mức ngẫu nhiên', en: 'Rose against elsewhere, beyond chance' },
  lower: { vi: 'Giảm so với nơi khác, vượt mức ngẫu nhiên', en: 'Fell against elsewhere, beyond chance' },
  cannot_tell: { vi: 'Chưa kết luận được: có thể chỉ là ngẫu nhiên', en: 'Cannot tell: it may be chance' },
  too_few_weeks: {
    vi: 'Chưa kết luận được: cần ít nhất 4 tuần đủ số liệu trước và sau',
    en: 'Cannot tell: it takes at least 4 weeks with data before and after',
  },
  whole_city: {
    vi: 'Chưa kết luận được: áp dụng cho cả thành phố, không có nơi nào để đối chiếu',
    en: 'Cannot tell: it applied to the whole city, there is nowhere to hold it against',
  },
  no_others: {
    vi: 'Chưa kết luận được: quá ít điểm không thay đổi để đối chiếu',
    en: 'Cannot tell: too few points were left unchanged to hold it against',
  },
};

/** How a point stands, in a few words. Neither of them ranks. */
export const VERDICT_LABELS: Readonly<Record<Verdict, Label>> = {
  better: { vi: 'Tốt hơn mức kỳ vọng, vượt mức ngẫu nhiên', en: 'Better than expected, beyond chance' },
  worse: { vi: 'Chưa đạt mức kỳ vọng, vượt mức ngẫu nhiên', en: 'Worse than expected, beyond chance' },
  higher: { vi: 'Cao hơn mức kỳ vọng, vượt mức ngẫu nhiên', en: 'Higher than expected, beyond chance' },
  lower: { vi: 'Thấp hơn mức kỳ vọng, vượt mức ngẫu nhiên', en: 'Lower than expected, beyond chance' },
  as_expected: { vi: 'Trong mức dao động ngẫu nhiên', en: 'Within what chance explains' },
  too_few: { vi: 'Quá ít lượt để so sánh', en: 'Too few cases to compare' },
  unknown: { vi: 'Chưa biết vì thiếu dữ liệu', en: 'Unknown, data are missing' },
  suppressed: { vi: 'Không nêu số liệu vì quá ít lượt', en: 'Not shown, too few cases' },
  no_cases: { vi: 'Không phát sinh trường hợp nào', en: 'No cases' },
};

export const STRATUM_LABELS: Readonly<Record<StratumKey, Label>> = {
  field: { vi: 'lĩnh vực', en: 'field' },
  channel: { vi: 'kênh tiếp nhận', en: 'channel' },
  procedure: { vi: 'thủ tục', en: 'procedure' },
  hour_band: { vi: 'khung hai giờ trong ngày', en: 'two-hour band of the day' },
};

export const SIGNAL_LABELS: Readonly<Record<TrendSignal, Label>> = {
  beyond: { vi: 'Vượt giới hạn kiểm soát', en: 'Beyond a limit' },
  trend: { vi: '7 kỳ liên tiếp cùng tăng hoặc cùng giảm', en: 'Seven periods rising or falling all along' },
  near_limit: { vi: '2 trong 3 kỳ liên tiếp sát giới hạn', en: 'Two of three periods near a limit' },
  shift: { vi: '7 kỳ liên tiếp ở một phía của mức thường thấy', en: 'Seven periods in a row on one side of the usual level' },
};

/** Nothing special at the end of a series. */
export const USUAL_LABEL: Label = { vi: 'Dao động thông thường, chưa có dấu hiệu thay đổi', en: 'Usual variation, no sign of a change' };
export const TRIAL_LABEL: Label = {
  vi: 'Dưới 12 kỳ: giới hạn mới là tạm tính, chưa kết luận được',
  en: 'Fewer than twelve periods: limits are a first guess, nothing is called special',
};

export const ASSURANCE_LABELS = {
  passes: { vi: 'Nếu tiếp tục như hiện nay sẽ luôn đạt tiêu chuẩn', en: 'Will go on meeting the standard' },
  fails: { vi: 'Nếu tiếp tục như hiện nay sẽ luôn không đạt tiêu chuẩn', en: 'Will go on missing the standard' },
  hit_or_miss: { vi: 'Lúc đạt, lúc không đạt tiêu chuẩn', en: 'Will hit or miss the standard by chance' },
} as const satisfies Readonly<Record<string, Label>>;

export const CLOSING_LABELS: Readonly<Record<Closing, Label>> = {
  closes: { vi: 'Chênh lệch giữa các điểm đã thu hẹp', en: 'The gap between points has closed' },
  widens: { vi: 'Chênh lệch giữa các điểm đã nới rộng', en: 'The gap between points has widened' },
  cannot_tell: { vi: 'Chưa thể kết luận chênh lệch thu hẹp hay nới rộng', en: 'Nobody can tell whether the gap closes or widens' },
};

/** What each figure about the city is. */
export const MEASURE_LABELS: Readonly<Record<UnevennessMeasure, Label>> = {
  range: { vi: 'Khoảng cách giữa các điểm, bỏ một phần mười ở mỗi đầu', en: 'Distance between points, a tenth at each end left out' },
  real_spread: { vi: 'Chênh lệch thực giữa các điểm', en: 'Real differences between points' },
  gini: { vi: 'Hệ số Gini giữa các điểm', en: 'Gini coefficient between points' },
  variation: { vi: 'Hệ số biến thiên giữa các điểm', en: 'Coefficient of variation between points' },
  tenths_ratio: { vi: 'Mức P90 so với mức P10', en: 'The level of P90 against that of P10' },
  theil: { vi: 'Chỉ số Theil T', en: 'Theil index T' },
  theil_within: { vi: 'Phần chênh lệch trong từng chi nhánh', en: 'Differences within branches' },
  theil_between: { vi: 'Phần chênh lệch giữa các chi nhánh', en: 'Differences between branches' },
  explained_by_mix: { vi: 'Phần chênh lệch do loại công việc', en: 'Differences that come from the kind of work' },
  gap_to_standard: { vi: 'Khoảng cách đến tiêu chuẩn', en: 'Gap to the standard' },
  worst_tenth_gap: { vi: 'Nhóm một phần mười điểm kém nhất so với thành phố', en: 'The worst tenth of the points against the city' },
};

/** What the kind of work has to do with differences between points, where no share can be named. */
export const MIX_LABELS = {
  cannot_tell: {
    vi: 'Chưa thể nói loại công việc có giải thích chênh lệch giữa các điểm hay không.',
    en: 'Nobody can tell whether the kind of work explains differences between points.',
  },
  hides: { vi: 'Loại công việc đang che bớt chênh lệch giữa các điểm.', en: 'The kind of work was hiding differences between points.' },
} as const satisfies Readonly<Record<string, Label>>;

/** Why a figure about the city cannot be computed. */
export const REASONS = {
  few_points: { vi: 'Quá ít điểm so sánh được.', en: 'Too few points can be compared.' },
  no_cases: { vi: 'Không phát sinh trường hợp nào.', en: 'There are no cases.' },
  bounded_share: {
    vi: 'Chỉ số tương đối không dùng cho tỷ lệ cần cao: “đúng hạn” và “trễ hạn” sẽ cho hai kết quả khác nhau; xem chênh lệch theo điểm phần trăm.',
    en: 'Relative indices do not suit a share that should be high: “on time” and “late” would tell two stories; see the spread in points.',
  },
  nothing_at_foot: {
    vi: 'Một phần mười số điểm bằng 0: không có mức nào để chia.',
    en: 'A tenth of the points have nothing: there is no level to divide by.',
  },
  no_strata: {
    vi: 'Chỉ tiêu này không tách được theo loại công việc.',
    en: 'The cases of this metric cannot be told apart by kind of work.',
  },
  no_standard: { vi: 'Chưa có mức tiêu chuẩn cho chỉ tiêu này.', en: 'There is no standard for this metric.' },
  no_real_spread: { vi: 'Các điểm không khác nhau ngoài mức ngẫu nhiên.', en: 'Points do not differ beyond chance.' },
  no_branches: { vi: 'Chưa biết điểm nào thuộc chi nhánh nào.', en: 'Nobody said which point belongs to which branch.' },
} as const satisfies Readonly<Record<string, Label>>;

export const NOTES = {
  few_points: {
    vi: 'Dưới 10 điểm so sánh được: giới hạn chưa tính khác biệt thông thường giữa các điểm.',
    en: 'Fewer than ten points can be compared: limits do not allow for ordinary differences between points.',
  },
  against_the_city: {
    vi: 'Mỗi điểm được so với toàn thành phố; tỷ số của hai điểm không so trực tiếp với nhau.',
    en: 'Each point is held against the city; the ratios of two points are not comparable with each other.',
  },
  by_intervals: {
    vi: 'Chỉ tiêu này được so sánh bằng khoảng tin cậy, không điều chỉnh theo loại công việc.',
    en: 'This metric is compared by its intervals, without allowing for the kind of work.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** How much points really differ, in words. */
export const spreadLabel = (tau: number | null, unit: Unit): Label => {
  if (tau === null) return REASONS.few_points;
  if (tau === 0) return REASONS.no_real_spread;
  const size = differenceText(tau, unit);
  return {
    vi: `Các điểm thực sự chênh nhau khoảng ±${size.vi} quanh mức của thành phố.`,
    en: `Points really differ by about ±${size.en} around the level of the city.`,
  };
};

type Said = Pick<PointComparison, 'expected' | 'verdict' | 'rank' | 'isPersistent'> & {
  readonly value: number | null;
  readonly adjust: Adjustment;
};

/** One sentence for a point: what people lived, what its work explains, what may be said of its place. */
export function sentenceFor({ value, expected, verdict, rank, isPersistent, adjust }: Said, unit: Unit, places: number): Label {
  const label = VERDICT_LABELS[verdict];
  if (value === null) return { vi: `${label.vi}.`, en: `${label.en}.` };
  const figure = figureText(value, unit);
  if (expected === null) return { vi: `${figure.vi}. ${label.vi}.`, en: `${figure.en}. ${label.en}.` };
  const usual = figureText(expected, unit);
  const again = isPersistent ? { vi: ' Kỳ trước cũng vậy.', en: ' So it was in the period before.' } : { vi: '', en: '' };
  const place = rank && {
    vi:
      rank.best === rank.worst
        ? ` Thứ ${rank.best} trong ${places} điểm.`
        : ` Thứ hạng trong khoảng ${rank.best}–${rank.worst} của ${places} điểm.`,
    en:
      rank.best === rank.worst
        ? ` Place ${rank.best} of ${places}.`
        : ` Somewhere between place ${rank.best} and ${rank.worst} of ${places}.`,
  };
  const like = adjust === 'none' ? { vi: '', en: '' } : { vi: 'với công việc như vậy, ', en: 'with such work ' };
  return {
    vi: `${figure.vi}; ${like.vi}mức của thành phố là ${usual.vi}. ${label.vi}.${again.vi}${place?.vi ?? ''}`,
    en: `${figure.en}; ${like.en}the city has ${usual.en}. ${label.en}.${again.en}${place?.en ?? ''}`,
  };
}
