import type { Language, MetricInfo, Standard, Unit } from '@evenhand/domain';
import { DIMENSION_LABELS } from '../city/labels';

interface Words {
  readonly title: string;
  readonly intro: string;
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
  [`## ${WORDS[language].title}`, WORDS[language].intro, ...metrics.map((metric) => entry(metric, language))].join('\n\n');

/** The catalogue of metrics as a page in both languages. */
export const metricsPage = (metrics: readonly MetricInfo[]): string =>
  `# Metrics · Các chỉ số\n\n${part(metrics, 'en')}\n\n${part(metrics, 'vi')}\n`;
