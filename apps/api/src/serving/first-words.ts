import type { CitySettings, Language } from '@evenhand/domain';

/** The language of the person's terminal: Vietnamese when it says so, else English. */
export const terminalLanguage = (env: NodeJS.ProcessEnv): Language =>
  (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase().startsWith('vi') ? 'vi' : 'en';

const named = (name: string, isSimulated: boolean, mark: string): string =>
  isSimulated && !name.includes(mark) ? `${name} (${mark})` : name;

/** Where the product is and what to look at first. */
export function firstWords(url: string, { name, isSimulated }: Pick<CitySettings, 'name' | 'isSimulated'>, language: Language): string {
  if (language === 'vi')
    return [
      `Evenhand đang phục vụ ${named(name.vi, isSimulated, 'mô phỏng')} tại ${url} — nhấn Ctrl-C để dừng.`,
      'Trước hết hãy xem bảng xếp hạng và bản đồ ở trang đầu: điểm phục vụ nào khác biệt thật, điểm nào chỉ do ngẫu nhiên.',
      'Sau đó mở một điểm phục vụ: thời gian chờ theo từng khung 30 phút và các hồ sơ, phiếu đứng sau mỗi con số.',
    ].join('\n');
  return [
    `Evenhand serves ${named(name.en, isSimulated, 'simulated')} at ${url} — Ctrl-C stops it.`,
    'Look first at the ranking and the map on the first page: which service points differ for real, and which by chance.',
    'Then open a service point: its waits by half-hour, and the very cases behind each figure.',
  ].join('\n');
}

/** How the first administrator gets an account. */
export const administratorWords = (link: string, language: Language): string =>
  language === 'vi'
    ? `Chưa có quản trị viên: mở liên kết này một lần, trong vòng 24 giờ, để tạo tài khoản quản trị: ${link}`
    : `There is no administrator yet: open this link once, within 24 hours, to make that account: ${link}`;
