import { type Action, actionsOf, columnsOfAll, type Label, type Language, reachOf, type Role, ROLES } from '@evenhand/domain';
import { ROUTE_ACCESS, type RouteAccess } from '../access/route-access';

const ROLE_NAMES: Readonly<Record<Role, Label>> = {
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  city_manager: { vi: 'Quản lý Trung tâm', en: 'City manager' },
  branch_manager: { vi: 'Quản lý chi nhánh', en: 'Branch manager' },
  ward_manager: { vi: 'Quản lý phường, xã', en: 'Ward manager' },
  auditor: { vi: 'Kiểm tra viên', en: 'Auditor' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  wallboard: { vi: 'Bảng điện tử', en: 'Wallboard' },
};

const ACTION_NAMES: Readonly<Record<Action, Label>> = {
  look: { vi: 'xem thành phố có gì', en: 'see what the city consists of' },
  keep: { vi: 'lưu màn hình của mình', en: 'keep screens of one’s own' },
  live: { vi: 'xem hàng chờ lúc này', en: 'see the lines of the moment' },
  figures: { vi: 'xem số liệu', en: 'see figures' },
  cases: { vi: 'xem từng trường hợp đứng sau số liệu', en: 'see the cases behind figures' },
  export: { vi: 'xuất tệp', en: 'export files' },
  annotate: { vi: 'ghi chú theo ngày', en: 'write dated notes' },
  benchmark: { vi: 'so với nhóm điểm gộp', en: 'compare with safe groups of points' },
  compare: { vi: 'so sánh từng điểm của thành phố', en: 'compare single points of the city' },
  own_data: { vi: 'xem chất lượng dữ liệu của các điểm mình thấy', en: 'see the quality of the data of one’s points' },
  data: { vi: 'xem việc nạp dữ liệu của cả thành phố', en: 'see how the data of the whole city is loaded' },
  audit: { vi: 'đọc và kiểm tra nhật ký kiểm toán', en: 'read and check the audit log' },
  set_rules: { vi: 'sửa lịch, sổ và tiêu chuẩn', en: 'change calendar, registers and standards' },
  operate: { vi: 'vận hành đường ống', en: 'operate the pipeline' },
  monitor: { vi: 'theo dõi máy chủ', en: 'watch the server' },
  administer: { vi: 'quản lý tài khoản', en: 'manage accounts' },
  machine: { vi: 'giao việc cho máy', en: 'hand work to the machine' },
};

const WORDS = {
  en: {
    title: 'Access',
    intro:
      'Written by `npm run docs` from the table of routes; change `apps/api/src/access/route-access.ts` and `libs/domain/src/access.ts`, not this page. A route that is not in the table is open to nobody.',
    ...{ role: 'Role', points: 'points', columns: 'guarded columns', may: 'may', route: 'route', asks: 'asks for', none: 'none' },
    reach: { all: 'all', part: 'of its units and branches', none: 'none' },
    several: 'Of several roles the points add up, and what is seen of the cases is what all of those roles see that see points at all.',
    columnNames: { dossier_codes: 'dossier codes', staff: 'staff', comments: 'comments' },
    others: { 'signed in': 'anybody who is signed in', everyone: 'everyone', 'own credentials': 'credentials of its own' },
  },
  vi: {
    title: 'Quyền truy cập',
    intro:
      'Trang này do `npm run docs` ghi từ bảng địa chỉ; hãy sửa `apps/api/src/access/route-access.ts` và `libs/domain/src/access.ts`, không sửa trang này. Địa chỉ không có trong bảng thì không ai vào được.',
    ...{
      role: 'Vai trò',
      points: 'điểm phục vụ',
      columns: 'cột được bảo vệ',
      may: 'được phép',
      route: 'địa chỉ',
      asks: 'yêu cầu',
      none: 'không',
    },
    reach: { all: 'tất cả', part: 'thuộc đơn vị và chi nhánh của mình', none: 'không' },
    several:
      'Khi có nhiều vai trò, các điểm được cộng lại; còn với từng trường hợp thì chỉ thấy những gì mọi vai trò có xem điểm đều được thấy.',
    columnNames: { dossier_codes: 'mã hồ sơ', staff: 'cán bộ', comments: 'ý kiến' },
    others: { 'signed in': 'người đã đăng nhập', everyone: 'mọi người', 'own credentials': 'chìa khóa riêng' },
  },
} as const satisfies Record<Language, object>;

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const isOpen = (role: Role, access: RouteAccess): boolean =>
  access === 'everyone' || access === 'signed in' || (access !== 'own credentials' && actionsOf(role).includes(access));

function roleRow(role: Role, language: Language): string[] {
  const words = WORDS[language];
  const columns = columnsOfAll([{ role, units: [], branches: [] }]).map((column) => words.columnNames[column]);
  const may = actionsOf(role).map((action) => ACTION_NAMES[action][language]);
  return [ROLE_NAMES[role][language], words.reach[reachOf(role)], columns.join(', ') || words.none, may.join('; ')];
}

function routeRow([route, access]: readonly [string, RouteAccess], language: Language): string[] {
  const { others } = WORDS[language];
  const asks =
    access === 'signed in' || access === 'everyone' || access === 'own credentials' ? others[access] : ACTION_NAMES[access][language];
  return [`\`${route}\``, asks, ...ROLES.map((role) => (isOpen(role, access) ? '✓' : '–'))];
}

function part(language: Language): string {
  const words = WORDS[language];
  return [
    `## ${words.title}`,
    words.intro,
    table(
      [words.role, words.points, words.columns, words.may],
      ROLES.map((role) => roleRow(role, language)),
    ),
    words.several,
    table(
      [words.route, words.asks, ...ROLES.map((role) => ROLE_NAMES[role][language])],
      Object.entries(ROUTE_ACCESS).map((entry) => routeRow(entry, language)),
    ),
  ].join('\n\n');
}

/** Who may do what, as a page in both languages. */
export const accessPage = (): string => `# Access · Quyền truy cập\n\n${part('en')}\n\n${part('vi')}\n`;
