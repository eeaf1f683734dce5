import type { Label } from '@evenhand/domain';

/** The states of a dossier. */
export const STATUS_NAMES = {
  1: { vi: 'Mới đăng ký', en: 'Registered' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not received' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Papers requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the citizen' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Settled' },
} as const satisfies Readonly<Record<string, Label>>;

/** Kinds of staff. */
export const STAFF_NAMES = {
  civil_servant: { vi: 'Công chức', en: 'Civil servant' },
  contract: { vi: 'Lao động hợp đồng', en: 'Contract staff' },
  helper: { vi: 'Người hỗ trợ', en: 'Helper' },
} as const satisfies Readonly<Record<string, Label>>;

/** Priorities of a ticket. */
export const PRIORITY_NAMES = {
  normal: { vi: 'Thường', en: 'Normal' },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
} as const satisfies Readonly<Record<string, Label>>;

/** Why there is no figure. */
export const REASON_NAMES = {
  no_cases: { vi: 'Không có trường hợp nào trong kỳ', en: 'No cases in this period' },
  no_data: { vi: 'Chưa có dữ liệu', en: 'No data received' },
  not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  not_reached: { vi: 'Chưa đủ lâu để biết', en: 'Not followed long enough to tell' },
  not_told: { vi: 'Chưa công bố', en: 'Not told to the public yet' },
  suppressed: {
    vi: 'Đã ẩn, dưới 5 trường hợp (hoặc từ đó suy ra được số dưới 5)',
    en: 'Hidden: below 5 cases, or such a number could be worked out from it',
  },
  unknown: { vi: 'Chưa rõ: thiếu dữ liệu quá nhiều', en: 'Unknown: too much data is missing' },
} as const satisfies Readonly<Record<string, Label>>;

/** What a standard comes to. */
export const STANDING_NAMES = {
  pass: { vi: 'Đạt', en: 'Passes' },
  fail: { vi: 'Không đạt', en: 'Fails' },
  too_close: { vi: 'Sát ngưỡng', en: 'Too close to call' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
} as const satisfies Readonly<Record<string, Label>>;

/** Steps of a dossier. */
export const STEP_NAMES = {
  apologised: { vi: 'Xin lỗi, hẹn lại', en: 'Apologised' },
  appraised: { vi: 'Thẩm định', en: 'Appraised' },
  approved: { vi: 'Phê duyệt', en: 'Approved' },
  assigned: { vi: 'Phân công xử lý', en: 'Assigned' },
  ended: { vi: 'Kết thúc', en: 'Ended' },
  issued: { vi: 'Phát hành kết quả', en: 'Issued' },
  processed: { vi: 'Xử lý', en: 'Processed' },
  received: { vi: 'Tiếp nhận hồ sơ', en: 'Received' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  returned: { vi: 'Trả kết quả', en: 'Result handed over' },
  signed: { vi: 'Ký duyệt kết quả', en: 'Result signed' },
  stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
  submitted_for_signature: { vi: 'Trình ký', en: 'Submitted for signature' },
  supplement_received: { vi: 'Nhận giấy tờ bổ sung', en: 'More papers received' },
  supplement_requested: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Asked for more papers' },
  withdrawn: { vi: 'Rút hồ sơ', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Label>>;
