import type { Label } from './label';
import type { Day } from './time-range';

/** The groups of index 766 as the national portal shows them: it splits online services from online payment. */
export const GROUPS_766 = ['transparency', 'progress', 'online_services', 'online_payment', 'digitisation', 'satisfaction'] as const;
export type Group766 = (typeof GROUPS_766)[number];

/** What each group is called, and the code under which the portal publishes it. */
export const GROUP_766_NAMES: Readonly<Record<Group766, { readonly code: string; readonly label: Label }>> = {
  transparency: { code: 'CKMB', label: { vi: 'Công khai, minh bạch', en: 'Publicity and transparency' } },
  progress: { code: 'TDGQ', label: { vi: 'Tiến độ, kết quả giải quyết', en: 'Progress and results of settlement' } },
  online_services: { code: 'CLGQ', label: { vi: 'Cung cấp dịch vụ công trực tuyến', en: 'Online public services' } },
  online_payment: { code: 'TTTT', label: { vi: 'Thanh toán trực tuyến', en: 'Online payment' } },
  digitisation: { code: 'MDSH', label: { vi: 'Số hóa hồ sơ', en: 'Digitisation of dossiers' } },
  satisfaction: { code: 'MDHL', label: { vi: 'Mức độ hài lòng', en: 'Satisfaction' } },
};

/**
 * Where points come from: cases that were counted, a figure that somebody stated, nothing to be measured (the rule says what
 * that is worth), not asked of communes (all points), or nobody knows.
 */
export const GROUNDS_766 = ['measured', 'stated', 'nothing_to_measure', 'not_asked', 'unknown'] as const;
export type Ground766 = (typeof GROUNDS_766)[number];

/** Who is scored: communes get all points of what is not asked of them. */
export const LEVELS_766 = ['province', 'commune'] as const;
export type Level766 = (typeof LEVELS_766)[number];

/** Points of one criterion of the quarterly evaluation. */
export type Points012 = 0 | 1 | 2;

/** The numbers of the nine criteria of the quarterly evaluation. */
export const CRITERION_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type CriterionNumber = (typeof CRITERION_NUMBERS)[number];

/** A number known only as far as its bounds. Equal bounds: it is known. */
export interface PointsRange {
  readonly low: number;
  readonly high: number;
}

/**
 * A figure of a unit and period that no feed tells and somebody states: so many of so many for an indicator of index 766, or
 * the points of a criterion of the quarterly evaluation, by the unit itself or as appraised.
 */
export interface StatedFigure {
  /** Code of the ward or commune; `null` for the city. */
  readonly unitCode: string | null;
  readonly periodFrom: Day;
  /** Excluded. */
  readonly periodTo: Day;
  /** `index-766/1.1`, `quarterly/4` (appraised) or `quarterly/4/self`. */
  readonly item: string;
  readonly met: number | null;
  readonly of: number | null;
  readonly points: Points012 | null;
  /** The document that says so. */
  readonly basis: string | null;
}

const ITEM = /^(index-766\/\d\.(\d[ab]?|certified)|quarterly\/[1-9](\/self)?)$/;

/** Whether a text names something that can be stated. */
export const isStatedItem = (text: string): boolean => ITEM.test(text);

/** Whether a figure says what its item needs: counts for an indicator, points for a criterion. */
export function isStatedWhole({ item, met, of, points }: Pick<StatedFigure, 'item' | 'met' | 'of' | 'points'>): boolean {
  if (item.startsWith('quarterly/')) return points !== null && met === null && of === null;
  return points === null && of !== null && met !== null && met >= 0 && met <= of;
}
