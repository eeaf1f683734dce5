import { type Column, instant, yesNo } from './column';

/** What the staging query of any entity may give besides the entity's own columns: how the source told of the record. */
export const TELLING: readonly Column[] = [
  instant('told_at', 'thời điểm nguồn cập nhật bản ghi', 'time of the source’s last change', { otherwise: "toDateTime64(0, 3, 'UTC')" }),
  yesNo('withdrawn', 'đánh dấu bản ghi đã bị thu hồi', 'mark of a withdrawn record'),
];
