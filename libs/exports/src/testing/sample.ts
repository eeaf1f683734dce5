import type { Batch, Column, ExportDocument } from '../document';
import { tableOf } from '../document';

export const COLUMNS: readonly Column[] = [
  { name: 'Mã hồ sơ', type: 'text' },
  { name: 'Ngày tiếp nhận', type: 'day' },
  { name: 'Hẹn trả', type: 'instant' },
  { name: 'Thời gian chờ (phút)', type: 'number', digits: 1 },
  { name: 'Tỷ lệ đúng hạn', type: 'share' },
];

/** A document of one table; whatever a test is about takes the place of its own. */
export function sample(rows: Batch, changed: Partial<ExportDocument> = {}): ExportDocument {
  return {
    language: 'vi',
    zone: 'Asia/Ho_Chi_Minh',
    title: 'Hồ sơ trễ hạn theo điểm phục vụ',
    facts: [
      { name: 'Phạm vi', text: 'Thành phố Hà Nội' },
      { name: 'Kỳ', text: '01/10/2026 – 31/10/2026' },
      { name: 'Dữ liệu đến', text: '31/10/2026 17:00' },
    ],
    lead: [],
    tables: [tableOf('Hồ sơ', COLUMNS, rows)],
    notes: [{ name: 'Đã ẩn', text: 'Số dưới 5 được ẩn.' }],
    mark: 'Dữ liệu mô phỏng',
    link: null,
    official: null,
    ...changed,
  };
}
