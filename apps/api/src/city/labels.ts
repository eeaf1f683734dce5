import type { Dimension, Label } from '@evenhand/domain';

/** Names of the dimensions, as tables and filters show them. */
export const DIMENSION_LABELS: Readonly<Record<Dimension, Label>> = {
  ward: { vi: 'Phường, xã, đặc khu', en: 'Ward' },
  branch: { vi: 'Chi nhánh', en: 'Branch' },
  point: { vi: 'Điểm phục vụ', en: 'Service point' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  procedure: { vi: 'Thủ tục hành chính', en: 'Procedure' },
  channel: { vi: 'Kênh tiếp nhận', en: 'Channel' },
  counter: { vi: 'Quầy', en: 'Counter' },
  agent: { vi: 'Cán bộ tại quầy', en: 'Agent' },
  outcome: { vi: 'Kết quả của phiếu', en: 'Outcome' },
  source: { vi: 'Nguồn dữ liệu', en: 'Source' },
  weekday: { vi: 'Thứ trong tuần', en: 'Weekday' },
  half_hour: { vi: 'Khung 30 phút', en: 'Half-hour' },
  day: { vi: 'Ngày', en: 'Day' },
  week: { vi: 'Tuần', en: 'Week' },
  month: { vi: 'Tháng', en: 'Month' },
};

/** Ways a case comes in. */
export const CHANNEL_LABELS: Readonly<Record<string, Label>> = {
  direct: { vi: 'Trực tiếp', en: 'At the counter' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  post: { vi: 'Bưu chính công ích', en: 'By post' },
};

/** How a ticket ended. */
export const OUTCOME_LABELS: Readonly<Record<string, Label>> = {
  served: { vi: 'Đã phục vụ', en: 'Served' },
  no_show: { vi: 'Gọi không có mặt', en: 'No-show' },
  abandoned: { vi: 'Bỏ về', en: 'Abandoned' },
  waiting: { vi: 'Đang chờ', en: 'Still waiting' },
  closed_by_system: { vi: 'Hệ thống đóng phiếu', en: 'Closed by the system' },
  void: { vi: 'Phiếu không hợp lệ', en: 'Void' },
};
