import { type ChartFrame, type ChartOption, chartBase, NARROW, plainTooltip } from './chart-option';

const PEOPLE = 100;
const DOT = 9;

export interface DistributionStripData {
  /** Share of the people the sentence is about, 0…1; `null` when unknown. */
  readonly share: number | null;
}

export interface DistributionStripTexts {
  /** The sentence, e.g. "16 of 100 people waited longer than 20 minutes". */
  readonly sentence: string;
}

export interface StripPerson {
  readonly column: number;
  readonly row: number;
  readonly isCounted: boolean;
}

const columnsAt = (width: number): number => (width < NARROW ? 20 : 50);

/** A hundred people in the order of their wait, those the share counts last; filled column by column. */
export function stripPeople(share: number, columns: number): readonly StripPerson[] {
  const rows = PEOPLE / columns;
  const first = PEOPLE - Math.round(share * PEOPLE);
  return Array.from({ length: PEOPLE }, (_, index) => ({ column: Math.floor(index / rows), row: index % rows, isCounted: index >= first }));
}

/** How high the strip is at a width. */
export const distributionStripHeight = (width: number): number => (PEOPLE / columnsAt(width)) * 18;

/** Says a share as people: a hundred dots, the counted ones filled, the others hollow. */
export function distributionStripOption(data: DistributionStripData, texts: DistributionStripTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const columns = columnsAt(frame.width);
  const rows = PEOPLE / columns;
  const people = data.share === null ? [] : stripPeople(data.share, columns);
  const dots = (isCounted: boolean) => people.filter((person) => person.isCounted === isCounted).map(({ column, row }) => [column, row]);
  const size = Math.min(DOT + 3, frame.width / columns - 2);
  return {
    ...chartBase(frame),
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    tooltip: { ...plainTooltip(frame, () => [texts.sentence]), trigger: 'item' },
    xAxis: { type: 'value', show: false, min: -0.5, max: columns - 0.5 },
    yAxis: { type: 'value', show: false, min: -0.5, max: rows - 0.5, inverse: true },
    series: [
      {
        type: 'scatter',
        symbolSize: size,
        data: dots(false),
        itemStyle: { opacity: 1, color: theme.surface, borderColor: theme.neutral, borderWidth: 1.3 },
      },
      {
        type: 'scatter',
        symbolSize: size,
        data: dots(true),
        itemStyle: { opacity: 1, color: theme.worse, borderColor: theme.worse, borderWidth: 1.3 },
      },
    ],
  };
}
