import type { Group766, Label } from '@evenhand/domain';
import { FORMULAS_766 } from './formulas-766';

/** What an indicator is worth when there was nothing to measure: all its points, none, or no say. */
export type WhenNothing = 'full' | 'none' | 'unknown';

/** One indicator of Decision 766/QĐ-TTg. */
export interface Indicator766 {
  readonly id: string;
  readonly group: Group766;
  readonly label: Label;
  /** What it counts, in words. */
  readonly formula: Label;
  /** Most points it can bring. */
  readonly max: number;
  /** The ratio at which it brings all of them. */
  readonly fullAt: number;
  readonly whenNothing: WhenNothing;
  /** False for what the decision does not ask of communes: they get all points. */
  readonly asksCommunes: boolean;
  /** The code under which the portal publishes it; `null` where none is known. */
  readonly code: string | null;
}

/** What the portal shows beside the scores without giving points for it. */
export interface Watched766 {
  readonly id: string;
  readonly label: Label;
  /** What is counted. */
  readonly formula: Label;
}

type Details = Partial<Pick<Indicator766, 'fullAt' | 'whenNothing' | 'asksCommunes' | 'code'>>;

const indicator = (id: string, group: Group766, max: number, vi: string, en: string, details: Details = {}): Indicator766 => ({
  id,
  group,
  max,
  label: { vi, en },
  formula: FORMULAS_766[id] ?? { vi, en },
  fullAt: 1,
  whenNothing: 'unknown',
  asksCommunes: true,
  code: null,
  ...details,
});

/** Definitions in force from a day on. A definition that changes is a new version: earlier scores keep theirs. */
export interface Version766 {
  readonly version: string;
  /** First day for which it holds. */
  readonly from: string;
  readonly source: Label;
  readonly indicators: readonly Indicator766[];
  readonly watched: readonly Watched766[];
}

/**
 * The scored indicators, 100 points in all. The working document puts the threshold of digitised dossiers at 80 %, while
 * scores that the portal publishes fit a straight line to 100 %: the portal's reading is taken. Of communes its metric sheet
 * does not ask how many procedures are offered online, nor the two indicators of the population database.
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
      indicator('1.1', 'transparency', 6, 'Thủ tục hành chính công bố đúng hạn', 'Procedures announced on time', {
        code: 'PUBLISH_ON_TIME',
      }),
      indicator('1.2', 'transparency', 4, 'Thủ tục hành chính cập nhật, công khai đúng hạn', 'Procedures published on time', {
        code: 'PUBLIC_UPDATE_ON_TIME',
      }),
      indicator('1.3', 'transparency', 2, 'Thủ tục hành chính đủ các bộ phận cấu thành', 'Procedures published with all their parts', {
        code: 'PUBLIC_CONTENT_FULL',
      }),
      indicator('1.4', 'transparency', 6, 'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia', 'Dossiers synchronised to the national portal', {
        code: 'DOSSIER_SYNC',
      }),
      indicator('2.1', 'progress', 20, 'Hồ sơ xử lý trước hạn, đúng hạn', 'Dossiers handled on time'),
      indicator('3.1', 'online_services', 2, 'Thủ tục cung cấp dịch vụ công trực tuyến', 'Procedures offered online', {
        fullAt: 0.8,
        asksCommunes: false,
      }),
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
      indicator('4.1', 'digitisation', 6, 'Hồ sơ cấp kết quả điện tử', 'Dossiers with an electronic result', {
        code: 'ORIGINAL_RESULT_AVAILABLE',
      }),
      indicator('4.2', 'digitisation', 4, 'Hồ sơ số hóa', 'Digitised dossiers', { code: 'SO_HOA_GIAY_TO_GIAI_QUYET' }),
      indicator('4.certified', 'digitisation', 2, 'Chứng thực bản sao điện tử từ bản chính', 'Electronic copies certified from originals', {
        code: 'ELECTRONIC_CERTIFIED_COPY',
      }),
      indicator('4.3', 'digitisation', 2, 'Khai thác, sử dụng lại dữ liệu số hóa', 'Digitised data used again', {
        fullAt: 0.8,
        code: 'REUSED_DIGITIZED_DATA',
      }),
      indicator('4.4', 'digitisation', 4, 'Số hóa có kết nối, chia sẻ, tái sử dụng', 'Digitised data shared and used again', {
        code: 'SYNCED_WITH_DVCQG_PERSONAL_STORAGE',
      }),
      indicator(
        '4.5a',
        'digitisation',
        2,
        'Thủ tục kết nối Cơ sở dữ liệu quốc gia về dân cư',
        'Procedures connected to the population database',
        {
          asksCommunes: false,
          code: 'CITIZEN_DATA_CONNECTED_FORMALITY',
        },
      ),
      indicator('4.5b', 'digitisation', 2, 'Hồ sơ dùng Cơ sở dữ liệu quốc gia về dân cư', 'Dossiers that used the population database', {
        asksCommunes: false,
        code: 'CITIZEN_DATA_CONNECTED_DOSSIER',
      }),
      indicator('5.2', 'satisfaction', 6, 'Phản ánh, kiến nghị xử lý đúng hạn', 'Petitions handled on time', {
        whenNothing: 'full',
        code: 'PETITION_PROCESSING_ON_TIME',
      }),
      indicator('5.3', 'satisfaction', 6, 'Hài lòng trong xử lý phản ánh, kiến nghị', 'Satisfaction with the handling of petitions', {
        whenNothing: 'full',
        code: 'PETITION_HANDLING_SATISFACTION',
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
          code: 'DOSSIER_RECEIVING_SATISFACTION',
        },
      ),
    ],
    watched: [
      {
        id: '2.2',
        label: { vi: 'Thời gian giải quyết trung bình', en: 'Mean time of settlement' },
        formula: {
          vi: 'Tổng thời gian giải quyết, trừ thời gian công dân bổ sung ÷ số hồ sơ tiếp nhận trong kỳ và đã xử lý xong; ngày lịch.',
          en: 'Time of settlement without the citizens’ supplements ÷ dossiers received in the period and settled; calendar days.',
        },
      },
      {
        id: '5.1',
        label: { vi: 'Phân loại phản ánh, kiến nghị', en: 'Kinds of petitions' },
        formula: {
          vi: 'Phản ánh về thái độ, hành vi của cán bộ ÷ phản ánh, kiến nghị tiếp nhận trong kỳ.',
          en: 'Petitions about the behaviour of staff ÷ petitions received in the period.',
        },
      },
    ],
  },
];

/** The definitions in force on a day. Throws RangeError for a day before the first. */
export function version766On(day: string): Version766 {
  const version = VERSIONS_766.findLast(({ from }) => from <= day);
  if (!version) throw new RangeError(`Index 766 begins on ${VERSIONS_766[0]?.from ?? ''}; there is none on ${day}`);
  return version;
}
