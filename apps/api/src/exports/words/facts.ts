import type { ComparedWith, Label, NoValueReason, Unit, VerdictReason } from '@evenhand/domain';

/** What stands before the statements that every file makes. */
export const FACT_NAMES = {
  scope: { vi: 'Phạm vi', en: 'Scope' },
  period: { vi: 'Kỳ', en: 'Period' },
  filters: { vi: 'Bộ lọc', en: 'Filters' },
  asOf: { vi: 'Dữ liệu đến', en: 'Data up to' },
  askedAsOf: { vi: 'Theo hiểu biết lúc', en: 'As known at' },
  coverage: { vi: 'Độ phủ dữ liệu', en: 'Coverage' },
  made: { vi: 'Lập lúc', en: 'Made at' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  standard: { vi: 'Tiêu chuẩn', en: 'Standard' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  definition: { vi: 'Định nghĩa', en: 'Definition' },
  formula: { vi: 'Cách tính', en: 'Formula' },
  version: { vi: 'Phiên bản định nghĩa', en: 'Version of the definition' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  limits: { vi: 'Ngưỡng đã áp dụng', en: 'Numbers applied' },
  hidden: { vi: 'Ký hiệu', en: 'Signs' },
  untold: { vi: 'Chưa công bố', en: 'Not told yet' },
  columns: { vi: 'Cột không in', en: 'Columns not printed' },
  laws: { vi: 'Đẳng thức đã kiểm tra', en: 'Laws that were checked' },
  belongs: { vi: 'Hồ sơ tính cho', en: 'Dossiers belong to' },
  known: { vi: 'Số liệu biết đến ngày', en: 'Known up to' },
} as const satisfies Readonly<Record<string, Label>>;

export const SAID = {
  simulated: { vi: 'Dữ liệu mô phỏng', en: 'Simulated data' },
  none: { vi: 'Không', en: 'None' },
  notSaid: { vi: 'Nguồn không nói', en: 'Not said' },
  toldOn: { vi: 'công bố từ ngày', en: 'told from' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  notOver: { vi: 'Kỳ chưa kết thúc: đây là số liệu đến nay.', en: 'The period is not over: these are figures so far.' },
  holds: { vi: 'đúng', en: 'holds' },
  breaks: { vi: 'không đúng', en: 'does not hold' },
  allColumns: { vi: 'tệp CSV và XLSX có đủ', en: 'the CSV and XLSX files have them' },
  dash: {
    vi: 'Số 0 là không có trường hợp nào; dấu – là không có gì để ghi; chữ trong cột số nói vì sao không có số.',
    en: 'Zero means no case; a dash means that there is nothing to write; a word in a column of numbers says why there is no number.',
  },
  interval: {
    vi: 'Cận dưới và cận trên là khoảng tin cậy 95 %.',
    en: 'Lower and upper bounds are those of the 95% interval.',
  },
} as const satisfies Readonly<Record<string, Label>>;

/** What a cell says in place of a number. */
export const NO_NUMBER = {
  no_cases: { vi: 'Không có trường hợp', en: 'No cases' },
  no_data: { vi: 'Chưa có dữ liệu', en: 'No data' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  suppressed: { vi: 'Đã ẩn', en: 'Hidden' },
  not_told: { vi: 'Chưa công bố', en: 'Not told yet' },
  not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  not_reached: { vi: 'Chưa đủ lâu để biết', en: 'Not reached' },
} as const satisfies Readonly<Record<NoValueReason, Label>>;

/** Why a standard is neither kept nor broken. */
export const VERDICT_REASON_NAMES = {
  feed_silent: { vi: 'Nguồn dữ liệu không gửi đủ', en: 'The feed was silent for too long' },
  too_few_cases: { vi: 'Quá ít trường hợp để kết luận', en: 'Too few cases to tell' },
  suppressed: { vi: 'Đã ẩn vì dưới 5 trường hợp', en: 'Hidden: fewer than 5 cases' },
  no_cases: { vi: 'Không có trường hợp nào', en: 'No cases' },
  not_in_force: { vi: 'Chưa có hiệu lực', en: 'Not in force' },
  outside_scope: { vi: 'Ngoài phạm vi áp dụng', en: 'Outside its scope' },
  no_data_source: { vi: 'Chưa có nguồn dữ liệu', en: 'No source of data' },
} as const satisfies Readonly<Record<VerdictReason, Label>>;

export const UNIT_NAMES = {
  count: { vi: '', en: '' },
  share: { vi: '%', en: '%' },
  minutes: { vi: 'phút', en: 'minutes' },
  seconds: { vi: 'giây', en: 'seconds' },
  days: { vi: 'ngày', en: 'days' },
  per_officer_day: { vi: 'trên ngày công', en: 'per officer-day' },
  points: { vi: 'điểm', en: 'points' },
} as const satisfies Readonly<Record<Unit, Label>>;

/** Headings of figures. */
export const FIGURE_NAMES = {
  value: { vi: 'Giá trị', en: 'Value' },
  low: { vi: 'Cận dưới', en: 'Lower bound' },
  high: { vi: 'Cận trên', en: 'Upper bound' },
  n: { vi: 'Số trường hợp (n)', en: 'Cases (n)' },
  cases: { vi: 'Số đếm được', en: 'Counted' },
  coverage: { vi: 'Độ phủ', en: 'Coverage' },
  difference: { vi: 'chênh lệch', en: 'difference' },
} as const satisfies Readonly<Record<string, Label>>;

export const COMPARED_NAMES: Readonly<Partial<Record<ComparedWith, Label>>> = {
  previous: { vi: 'Kỳ trước', en: 'Period before' },
  last_year: { vi: 'Cùng kỳ năm trước', en: 'A year before' },
  city: { vi: 'Toàn thành phố', en: 'City' },
};

export const WEEKDAYS: readonly Label[] = [
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ Nhật', en: 'Sunday' },
];
