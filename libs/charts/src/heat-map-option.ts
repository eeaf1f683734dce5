import { type ChartFrame, type ChartOption, chartBase, type Format, NARROW, plainTooltip } from './chart-option';
import { stripes } from './decals';
import { type ClassEdges, SEQUENTIAL_STEPS, stepOf } from './sequential-scale';

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** `null` when unknown: the cell is hatched. */
  readonly value: number | null;
  readonly n: number;
}

export interface HeatMapData {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** A combination without a cell stays empty. */
  readonly cells: readonly HeatCell[];
  readonly edges: ClassEdges;
}

export interface HeatMapTexts {
  readonly row: (key: string) => string;
  readonly column: (key: string) => string;
  /** As printed in a cell: short, without unit. */
  readonly cell: Format;
  readonly value: Format;
  readonly n: Format;
  readonly unknown: string;
}

const WIDE_CELL = 30;
const TALL_CELL = 26;
const LABELS = 30;

const isTall = (width: number): boolean => width < NARROW;

/** How high the map must be to keep its cells legible at a width. */
export const heatMapHeight = ({ rows, columns }: Pick<HeatMapData, 'rows' | 'columns'>, width: number): number =>
  LABELS + (isTall(width) ? columns.length * TALL_CELL : rows.length * WIDE_CELL);

/** Two crossing categories, darker is worse, the figure printed in each cell. On a narrow screen the columns run downward. */
export function heatMapOption(data: HeatMapData, texts: HeatMapTexts, frame: ChartFrame): ChartOption {
  const { theme } = frame;
  const tall = isTall(frame.width);
  const axis = {
    type: 'category' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { color: theme.ink3, fontSize: 11, interval: 0, hideOverlap: true },
  };
  const rows = { ...axis, data: [...data.rows], axisLabel: { ...axis.axisLabel, formatter: texts.row } };
  const columns = { ...axis, data: [...data.columns], axisLabel: { ...axis.axisLabel, formatter: texts.column } };
  return {
    ...chartBase(frame),
    grid: { left: 2, right: 2, top: 2, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { ...plainTooltip(frame, (index) => tooltipLines(data.cells[index], texts)), trigger: 'item' },
    xAxis: { ...(tall ? rows : columns), position: tall ? 'top' : 'bottom' },
    yAxis: { ...(tall ? columns : rows), inverse: true },
    // The engine asks a heat map for a mapping; each cell brings its own class, so this one only names the palette.
    visualMap: {
      show: false,
      type: 'piecewise',
      dimension: 2,
      pieces: SEQUENTIAL_STEPS.map((step) => ({ value: step, color: theme.sequential[step]?.face ?? '' })),
    },
    series: [
      {
        type: 'heatmap',
        data: data.cells.map((cell) => itemOf(cell, { data, texts, frame, tall })),
        emphasis: { itemStyle: { borderColor: theme.ink, borderWidth: 2 } },
      },
    ],
  };
}

interface Drawing {
  readonly data: HeatMapData;
  readonly texts: HeatMapTexts;
  readonly frame: ChartFrame;
  readonly tall: boolean;
}

function itemOf(cell: HeatCell, { data, texts, frame: { theme }, tall }: Drawing) {
  const place = tall ? [cell.row, cell.column] : [cell.column, cell.row];
  const edge = { borderColor: theme.surface, borderWidth: 2, borderRadius: 4 };
  const label = { show: true, fontSize: 11, fontFamily: theme.fontFamily };
  if (cell.value === null) {
    return {
      value: [...place, 0],
      visualMap: false,
      itemStyle: { ...edge, color: theme.unknown, decal: stripes(theme.unknownLine) },
      label: { ...label, formatter: () => '–', color: theme.ink2 },
    };
  }
  const text = texts.cell(cell.value);
  const step = stepOf(cell.value, data.edges);
  return {
    value: [...place, step],
    itemStyle: edge,
    label: { ...label, formatter: () => text, color: theme.sequential[step]?.ink ?? theme.ink },
  };
}

function tooltipLines(cell: HeatCell | undefined, texts: HeatMapTexts): readonly string[] {
  if (cell === undefined) return [];
  const place = `${texts.row(cell.row)}, ${texts.column(cell.column)}`;
  return [place, cell.value === null ? texts.unknown : `${texts.value(cell.value)} · ${texts.n(cell.n)}`];
}
