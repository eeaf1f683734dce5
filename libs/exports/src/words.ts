import type { Label } from '@evenhand/domain';

/** The few words that writers add of their own. */
export const WORDS = {
  notes: { vi: 'Ghi chú', en: 'Notes' },
  table: { vi: 'Bảng', en: 'Table' },
  item: { vi: 'Mục', en: 'Item' },
  content: { vi: 'Nội dung', en: 'Content' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  of: { vi: 'trên', en: 'of' },
  page: { vi: 'Trang', en: 'Page' },
  view: { vi: 'Xem trên hệ thống', en: 'Open the view' },
  title: { vi: 'Tên', en: 'Title' },
  mark: { vi: 'Lưu ý', en: 'Mind' },
  none: { vi: 'Không có dòng nào.', en: 'No rows.' },
} as const satisfies Readonly<Record<string, Label>>;

/** Why a file holds a part of the rows only, by who sets the limit. */
export const LIMITS = {
  file: {
    vi: 'một tệp không chứa nhiều hơn; hãy thu hẹp kỳ hoặc bộ lọc',
    en: 'a file holds no more; narrow the period or the filters',
  },
  xlsx: {
    vi: 'một trang tính Excel chứa tối đa 1.048.576 dòng; hãy thu hẹp kỳ hoặc bộ lọc',
    en: 'a sheet of Excel holds 1,048,576 rows at most; narrow the period or the filters',
  },
  pdf: {
    vi: 'bản in dài hơn không ai đọc được; tệp CSV hoặc XLSX chứa đủ các dòng',
    en: 'nobody reads a longer print; the CSV and XLSX files hold all rows',
  },
} as const satisfies Readonly<Record<string, Label>>;
