import type { CitySettings, Language } from '@evenhand/domain';

/** The language of the person's terminal: Vietnamese when it says so, else English. */
export const terminalLanguage = (env: NodeJS.ProcessEnv): Language =>
  (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase().startsWith('vi') ? 'vi' : 'en';

/** Where the product is and what to look at first. */
export function firstWords(url: string, { name, isSimulated }: Pick<CitySettings, 'name' | 'isSimulated'>, language: Language): string {
  if (language === 'vi')
    return [
      `Evenhand đang chạy tại ${url} (${name.vi}${isSimulated ? '; số liệu mô phỏng' : ''}). Nhấn Ctrl-C để dừng.`,
      `Xem trước tiên: bảng xếp hạng điểm phục vụ và bản đồ ô ở trang đầu, chênh lệch nào là thật và chênh lệch nào chỉ là ngẫu nhiên.`,
      `Sau đó bấm vào một điểm phục vụ để xem thời gian chờ theo từng khung giờ và từng hồ sơ đằng sau mỗi con số.`,
    ].join('\n');
  return [
    `Evenhand serves ${name.en}${isSimulated ? ' (simulated data)' : ''} at ${url} — Ctrl-C stops it.`,
    'Look first at the ranking and the map on the first page: which service points differ for real, and which by chance.',
    'Then open a service point: its waits by half-hour, and the very cases behind each figure.',
  ].join('\n');
}
