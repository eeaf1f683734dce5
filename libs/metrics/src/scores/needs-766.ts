import type { Label } from '@evenhand/domain';

/** The feeds that tell of cases, as they are called where one has told nothing. */
export const FEEDS_766 = {
  dossiers: { vi: 'hồ sơ thủ tục hành chính', en: 'dossiers' },
  petitions: { vi: 'phản ánh, kiến nghị', en: 'petitions' },
  national_copy: { vi: 'bản sao hồ sơ trên Cổng Dịch vụ công quốc gia', en: 'the national copy of dossiers' },
  certified_copies: { vi: 'số liệu chứng thực bản sao điện tử hằng ngày', en: 'daily counts of electronic certified copies' },
} as const satisfies Readonly<Record<string, Label>>;
export type Feed766 = keyof typeof FEEDS_766;

const PORTAL_PROCEDURES = {
  vi: 'danh mục thủ tục trên Cổng Dịch vụ công quốc gia, có mức độ trực tuyến',
  en: 'the list of procedures on the national portal with how far each is online',
};
const FEE_PROCEDURES = {
  vi: 'danh mục thủ tục có nghĩa vụ tài chính và tình trạng tích hợp thanh toán trên Cổng',
  en: 'the list of procedures with a fee, and which of them can be paid on the portal',
};
const COMPONENTS = {
  vi: 'thành phần hồ sơ kèm dấu khai thác lại từ kho dữ liệu (TaiLieuNop)',
  en: 'the papers of each dossier with the mark that they were used again (TaiLieuNop)',
};
const POPULATION = {
  vi: 'kết quả xác thực với Cơ sở dữ liệu quốc gia về dân cư, VNeID theo hồ sơ',
  en: 'checks against the population database and VNeID, dossier by dossier',
};

/** What would tell of the indicators that no source tells of, or of the procedures that count. */
export const NEEDED_766: Readonly<Record<string, Label>> = {
  '1.1': {
    vi: 'quyết định công bố thủ tục hành chính và ngày hiệu lực của văn bản làm căn cứ',
    en: 'decisions that announce procedures, with the day on which their legal basis takes effect',
  },
  '1.2': { vi: 'nhật ký cập nhật, công khai thủ tục trên Cổng', en: 'the log of publications on the national portal' },
  '1.3': {
    vi: 'nội dung thủ tục đã công khai, theo bảy bộ phận cấu thành',
    en: 'what is published of each procedure, by its seven parts',
  },
  '3.1': PORTAL_PROCEDURES,
  '3.2': PORTAL_PROCEDURES,
  '3.5a': FEE_PROCEDURES,
  '3.5b': FEE_PROCEDURES,
  '4.3': COMPONENTS,
  '4.4': COMPONENTS,
  '4.5a': POPULATION,
  '4.5b': POPULATION,
};
