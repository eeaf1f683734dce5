/** The words that systems write for a step. Whatever else stands there may be about a person and is not kept. */
const KNOWN_STEPS: readonly string[] = [
  ...['Tiếp nhận', 'Tiếp nhận hồ sơ', 'Yêu cầu bổ sung', 'Nhận bổ sung', 'Phân công', 'Thẩm định', 'Xử lý', 'Trình ký', 'Ký kết quả'],
  ...['Phê duyệt', 'Ban hành', 'Trả kết quả', 'Từ chối', 'Rút hồ sơ', 'Dừng xử lý', 'Xin lỗi', 'Kết thúc'],
];

const keyOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();
const BY_KEY: ReadonlyMap<string, string> = new Map(KNOWN_STEPS.map((step) => [keyOf(step), step]));

/** The word for a step, empty when it is none of the known ones. */
export const knownStep = (text: string): string => BY_KEY.get(keyOf(text)) ?? '';
