import type { Label, Language } from '@evenhand/domain';
import type { ReportII06Page } from '@evenhand/contracts';
import type { Cell } from '@evenhand/exports';

type Period = ReportII06Page['period'];

const CALENDARS = {
  report: { vi: 'kỳ báo cáo 15–14', en: 'report periods, 15th–14th' },
  calendar: { vi: 'tháng lịch', en: 'calendar months' },
} as const satisfies Readonly<Record<Period['calendar'], Label>>;

const two = (number: number): string => String(number).padStart(2, '0');

const KINDS: Readonly<Record<Period['kind'], (period: Period) => Label>> = {
  month: ({ number, year }) => ({ vi: `Tháng ${two(number)}/${year}`, en: `${two(number)}/${year}` }),
  quarter: ({ number, year }) => ({ vi: `Quý ${number}/${year}`, en: `Quarter ${number} of ${year}` }),
  half: ({ number, year }) => ({
    vi: `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    en: `${number === 1 ? 'First' : 'Second'} half of ${year}`,
  }),
  nine_months: ({ year }) => ({ vi: `9 tháng đầu năm ${year}`, en: `First nine months of ${year}` }),
  year: ({ year }) => ({ vi: `Năm ${year}`, en: `Year ${year}` }),
};

/** A period of a report in words, with the calendar it follows. */
export const periodText = (period: Period, language: Language): string =>
  `${KINDS[period.kind](period)[language]} (${CALENDARS[period.calendar][language]})`;

/** Points that are sure, and those that are possible. */
export interface PointsRange {
  readonly low: number;
  readonly high: number;
}

/** Both ends of a range in two cells. */
export const ends = ({ low, high }: PointsRange): readonly Cell[] => [low, high];

/** `4,5` or `4,5–6`. */
export function rangeText({ low, high }: PointsRange, language: Language): string {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
  return low === high ? number.format(low) : `${number.format(low)}–${number.format(high)}`;
}

export const FORM_NAMES = {
  unit: { vi: 'Đơn vị', en: 'Unit' },
  order: { vi: 'TT', en: 'No.' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  noUnit: { vi: 'Không rõ đơn vị', en: 'No unit' },
  sure: { vi: 'Điểm chắc chắn', en: 'Points that are sure' },
  possible: { vi: 'Điểm cao nhất có thể', en: 'Most points possible' },
  max: { vi: 'Điểm tối đa', en: 'Most points' },
  grade: { vi: 'Xếp loại', en: 'Class' },
  open: { vi: 'Chưa xếp loại được', en: 'No class yet' },
} as const satisfies Readonly<Record<string, Label>>;
