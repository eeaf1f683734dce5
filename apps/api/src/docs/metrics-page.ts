import type { Language, MetricInfo, Standard, Unit } from '@evenhand/domain';
import { DIMENSION_LABELS } from '../city/labels';

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly intervals: string;
  readonly formula: string;
  readonly unit: string;
  readonly standard: string;
  readonly source: string;
  readonly version: string;
  readonly differs: string;
  readonly by: string;
  readonly units: Readonly<Record<Unit, string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Metrics',
    intro: 'Written by `npm run docs` from the registry; change the registry, not this page.',
    intervals:
      'Intervals hold 95 %. Of a share: Wilson’s. Of a count: exact below 10, Byar’s above. Of a mean: Student’s. Of a ratio of counts: Wilson’s, carried over. Of a percentile: the two cases in the sample whose places enclose it, by the binomial distribution up to 2,000 cases and by its normal approximation above (off by at most one place); read from a rollup, those places inside the bins. Of how long people wait, some unseen: Greenwood’s on log(−log). `libs/statistics` gives formula and source of each; what the engine works out agrees with it.',
    formula: 'Computed as',
    unit: 'Unit',
    standard: 'Standard',
    source: 'Source',
    version: 'version',
    differs: 'Differs from',
    by: 'By',
    units: {
      count: 'count',
      share: 'share',
      minutes: 'minutes',
      seconds: 'seconds',
      days: 'days',
      per_officer_day: 'per officer-day',
      points: 'points of 100',
    },
  },
  vi: {
    title: 'Các chỉ số',
    intro: 'Trang này do `npm run docs` ghi từ danh mục chỉ số; hãy sửa danh mục, không sửa trang này.',
    intervals:
      'Khoảng tin cậy đều là 95 %. Của tỷ lệ: Wilson. Của số lượng: chính xác khi dưới 10, từ 10 trở lên theo Byar. Của trung bình: Student. Của tỷ số hai số lượng: Wilson quy đổi. Của phân vị: hai trường hợp trong mẫu có thứ tự bao quanh phân vị đó, theo phân phối nhị thức khi không quá 2.000 trường hợp, theo xấp xỉ chuẩn khi nhiều hơn (lệch không quá một thứ tự); khi đọc từ bảng cộng sẵn thì lấy các thứ tự ấy bên trong khoảng chia. Của thời gian chờ có người chưa thấy kết thúc: Greenwood trên log(−log). `libs/statistics` nêu công thức và nguồn của từng khoảng; kết quả máy tính ra khớp với thư viện ấy.',
    formula: 'Cách tính',
    unit: 'Đơn vị',
    standard: 'Tiêu chuẩn',
    source: 'Căn cứ',
    version: 'phiên bản',
    differs: 'Khác với',
    by: 'Phân tích theo',
    units: {
      count: 'số lượng',
      share: 'tỷ lệ',
      minutes: 'phút',
      seconds: 'giây',
      days: 'ngày',
      per_officer_day: 'trên một ngày công',
      points: 'điểm (thang 100)',
    },
  },
};

const standardText = (standard: Standard | null, language: Language): string | undefined => standard?.label[language];

function entry(metric: MetricInfo, language: Language): string {
  const words = WORDS[language];
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.formula, metric.formula[language]],
    [words.unit, words.units[metric.unit]],
    [words.standard, standardText(metric.standard, language)],
    [words.source, metric.source?.[language]],
    ...(metric.differsFrom ?? []).map(({ metric: other, why }) => [`${words.differs} \`${other}\``, why[language]] as const),
    [words.by, metric.dimensions.map((dimension) => DIMENSION_LABELS[dimension][language]).join(', ')],
  ];
  return [
    `### ${metric.label[language]}`,
    `\`${metric.id}\`, ${words.version} ${metric.version}. ${metric.description[language]}`,
    facts.flatMap(([name, text]) => (text === undefined ? [] : [`- ${name}: ${text}`])).join('\n'),
  ].join('\n\n');
}

const part = (metrics: readonly MetricInfo[], language: Language): string =>
  [
    `## ${WORDS[language].title}`,
    WORDS[language].intro,
    WORDS[language].intervals,
    ...metrics.map((metric) => entry(metric, language)),
  ].join('\n\n');

/** The catalogue of metrics as a page in both languages. */
export const metricsPage = (metrics: readonly MetricInfo[]): string =>
  `# Metrics · Các chỉ số\n\n${part(metrics, 'en')}\n\n${part(metrics, 'vi')}\n`;
