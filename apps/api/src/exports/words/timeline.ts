import type { Label } from '@evenhand/domain';

/** What happened to a dossier. */
export const HAPPENED = {
  submitted: { vi: 'Nộp hồ sơ', en: 'Submitted' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  promised: { vi: 'Hẹn trả lần đầu', en: 'First promise' },
  step: { vi: 'Bước xử lý', en: 'A step' },
  clock_stopped: { vi: 'Đồng hồ dừng: chờ bổ sung giấy tờ', en: 'Clock stopped: waiting for more papers' },
  clock_runs: { vi: 'Đồng hồ chạy lại', en: 'Clock runs again' },
  due_moved: { vi: 'Đổi ngày hẹn trả', en: 'Due date moved' },
  apology: { vi: 'Văn bản xin lỗi', en: 'Apology' },
  fell_due: { vi: 'Đến hạn trả', en: 'Fell due' },
  finished: { vi: 'Xử lý xong', en: 'Finished' },
  returned: { vi: 'Trả kết quả', en: 'Result handed over' },
} as const satisfies Readonly<Record<string, Label>>;
