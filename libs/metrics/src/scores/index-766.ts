import type { Label } from '@evenhand/domain';

/** The groups as the national portal shows them: it splits online services from online payment. */
export const GROUPS_766 = ['transparency', 'progress', 'online_services', 'online_payment', 'digitisation', 'satisfaction'] as const;
export type Group766 = (typeof GROUPS_766)[number];

/** What an indicator is worth when there was nothing to measure: all its points, none, or no say. */
export type WhenNothing = 'full' | 'none' | 'unknown';

/** One indicator of Decision 766/QĐ-TTg. */
export interface Indicator766 {
  readonly id: string;
  readonly group: Group766;
  readonly label: Label;
  /** Most points it can bring. */
  readonly max: number;
  /** The ratio at which it brings all of them. */
  readonly fullAt: number;
  readonly whenNothing: WhenNothing;
  /** False for what the decision does not ask of communes: they get all points. */
  readonly asksCommunes: boolean;
}

type Details = Partial<Pick<Indicator766, 'fullAt' | 'whenNothing' | 'asksCommunes'>>;

const indicator = (id: string, group: Group766, max: number, vi: string, en: string, details: Details = {}): Indicator766 => ({
  id,
  group,
  max,
  label: { vi, en },
  fullAt: 1,
  whenNothing: 'unknown',
  asksCommunes: true,
  ...details,
});

/** Definitions in force from a day on. A definition that changes is a new version: earlier scores keep theirs. */
export interface Version766 {
  readonly version: string;
  /** First day for which it holds. */
  readonly from: string;
  readonly source: Label;
  readonly indicators: readonly Indicator766[];
}

/**
 * The scored indicators, 100 points in all. The working document puts the threshold of digitised dossiers at 80 %, while
 * scores that the portal publishes fit a straight line to 100 %: the portal's reading is taken.
 */
export const VERSIONS_766: readonly Version766[] = [
  {
    version: '766/2022',
    from: '2022-06-23',
    source: {
      vi: 'Quyết định số 766/QĐ-TTg ngày 23/6/2022; công thức theo tài liệu làm việc công khai, đối chiếu với điểm Cổng Dịch vụ công quốc gia công bố.',
      en: 'Decision 766/QĐ-TTg of 23 June 2022; formulas from public working documents, checked against scores that the National Public Service Portal publishes.',
    },
    indicators: [
      indicator('1.1', 'transparency', 6, 'Thủ tục hành chính công bố đúng hạn', 'Procedures announced on time'),
      indicator('1.2', 'transparency', 4, 'Thủ tục hành chính cập nhật, công khai đúng hạn', 'Procedures published on time'),
      indicator('1.3', 'transparency', 2, 'Thủ tục hành chính đủ các bộ phận cấu thành', 'Procedures published with all their parts'),
      indicator('1.4', 'transparency', 6, 'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia', 'Dossiers synchronised to the national portal'),
      indicator('2.1', 'progress', 20, 'Hồ sơ xử lý trước hạn, đúng hạn', 'Dossiers handled on time'),
      indicator('3.1', 'online_services', 2, 'Thủ tục cung cấp dịch vụ công trực tuyến', 'Procedures offered online', { fullAt: 0.8 }),
      indicator('3.2', 'online_services', 4, 'Dịch vụ công trực tuyến có phát sinh hồ sơ', 'Online services that are used'),
      indicator('3.3', 'online_services', 6, 'Hồ sơ nộp trực tuyến', 'Dossiers submitted online', { fullAt: 0.5 }),
      indicator(
        '3.5a',
        'online_payment',
        2,
        'Thủ tục có nghĩa vụ tài chính được cung cấp trên Cổng',
        'Procedures with a fee that can be paid on the portal',
        {
          fullAt: 0.8,
        },
      ),
      indicator('3.5b', 'online_payment', 2, 'Thủ tục có giao dịch thanh toán trực tuyến', 'Procedures with a payment made online', {
        fullAt: 0.8,
      }),
      indicator('3.6', 'online_payment', 6, 'Hồ sơ thanh toán trực tuyến', 'Dossiers paid online'),
      indicator('4.1', 'digitisation', 6, 'Hồ sơ cấp kết quả điện tử', 'Dossiers with an electronic result'),
      indicator('4.2', 'digitisation', 4, 'Hồ sơ số hóa', 'Digitised dossiers'),
      indicator('4.certified', 'digitisation', 2, 'Chứng thực bản sao điện tử từ bản chính', 'Electronic copies certified from originals'),
      indicator('4.3', 'digitisation', 2, 'Khai thác, sử dụng lại dữ liệu số hóa', 'Digitised data used again', { fullAt: 0.8 }),
      indicator('4.4', 'digitisation', 4, 'Số hóa có kết nối, chia sẻ, tái sử dụng', 'Digitised data shared and used again'),
      indicator(
        '4.5a',
        'digitisation',
        2,
        'Thủ tục kết nối Cơ sở dữ liệu quốc gia về dân cư',
        'Procedures connected to the population database',
        {
          asksCommunes: false,
        },
      ),
      indicator('4.5b', 'digitisation', 2, 'Hồ sơ dùng Cơ sở dữ liệu quốc gia về dân cư', 'Dossiers that used the population database', {
        asksCommunes: false,
      }),
      indicator('5.2', 'satisfaction', 6, 'Phản ánh, kiến nghị xử lý đúng hạn', 'Petitions handled on time', { whenNothing: 'full' }),
      indicator('5.3', 'satisfaction', 6, 'Hài lòng trong xử lý phản ánh, kiến nghị', 'Satisfaction with the handling of petitions', {
        whenNothing: 'full',
      }),
      indicator(
        '5.4',
        'satisfaction',
        6,
        'Hài lòng trong tiếp nhận, giải quyết thủ tục hành chính',
        'Satisfaction with reception and settlement',
        {
          fullAt: 0.9,
          whenNothing: 'none',
        },
      ),
    ],
  },
];

/** The definitions in force on a day. Throws RangeError for a day before the first. */
export function version766On(day: string): Version766 {
  const version = VERSIONS_766.findLast(({ from }) => from <= day);
  if (!version) throw new RangeError(`Index 766 begins on ${VERSIONS_766[0]?.from ?? ''}; there is none on ${day}`);
  return version;
}
