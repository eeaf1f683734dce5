import type { ThresholdUnit } from '@evenhand/domain';
import { columnsOf, type DetailColumn, ORIGIN } from '../facts/fact';
import { EVERYTHING, type ExampleRow, type StandardDefinition, type StandardExample, type Threshold } from './standard';

type Declared = Omit<StandardDefinition, 'isAdopted' | 'scope' | 'minimumCases' | 'thresholds'> &
  Partial<Pick<StandardDefinition, 'isAdopted' | 'scope' | 'minimumCases' | 'thresholds'>>;

/** A rule for every case everywhere, in force here, unless it says otherwise. */
export const standard = (declared: Declared): StandardDefinition => ({
  isAdopted: true,
  scope: EVERYTHING,
  minimumCases: 1,
  thresholds: [],
  ...declared,
});

interface Bounds {
  readonly least?: number;
  readonly most: number;
}

/** A number that may be set anew. */
export const threshold = (
  id: string,
  [vi, en]: readonly [vi: string, en: string],
  unit: ThresholdUnit,
  value: number,
  { least = 0, most }: Bounds,
): Threshold => ({
  id,
  label: { vi, en },
  unit,
  value,
  least,
  most,
});

/** The level that a share must reach or must not exceed. */
export const level = (value: number): Threshold => threshold('share', ['Tỷ lệ', 'Share'], 'share', value, { most: 1 });

type Given = Readonly<Record<string, readonly ExampleRow[]>>;
type More = Pick<StandardExample, 'toldUntil' | 'limits'>;

/** A worked example over the working week from Monday 5 October 2026. */
export const example = (
  [vi, en]: readonly [vi: string, en: string],
  given: Given,
  [state, n, breaches]: readonly [state: string, n: number, breaches: number | null],
  more: More = {},
): StandardExample => ({
  title: { vi, en },
  range: { from: '2026-10-01', to: '2026-11-01' },
  given,
  expected: { state, n, breaches },
  ...more,
});

/** An instant of the example on the city's clock: `at('05 09:30')` is 5 October 2026, 09:30. */
export const at = (text: string): string => `2026-10-${text.replace(' ', 'T')}:00+07:00`;
/** A day of the example. */
export const on = (day: string): string => `2026-10-${day}`;

/** The columns of a dossier that a breach is shown with. */
export const DOSSIER_COLUMNS: readonly DetailColumn[] = [
  ...columnsOf('text', 'dossier_code', 'procedure_code', 'field_code', 'channel'),
  ...columnsOf('instant', 'received_at', 'due_at', 'finished_at'),
  ...ORIGIN,
];

/** The same columns, as they are selected. */
export const DOSSIER_SELECT = DOSSIER_COLUMNS.map(({ id }) => id).join(', ');
