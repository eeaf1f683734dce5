import type { MapSeriesOption } from 'echarts/charts';
import { type ChartFrame, type ChartOption, chartBase, plainTooltip } from './chart-option';
import { stripes } from './decals';
import { aspectOf, denseUnits, heightForWidth, type MapFile, mapFileOf, type OutlinedUnit } from './map-outlines';
import { type ClassEdges, stepOf } from './sequential-scale';

/** A unit of the map with its figure. */
export interface MapUnit {
  readonly code: string;
  readonly name: string;
  /** `null` when unknown: the unit is hatched. */
  readonly value: number | null;
  /** The figure in full, e.g. "15,9 %, n 1.204 · trong mức chung". */
  readonly detail: string;
  /** True when the difference to the city is more than chance: the unit is outlined. */
  readonly isBeyondChance: boolean;
  /** Where the map counts: the unit's part of the largest count, 0…1, as the area of a circle. A rate is a shade instead. */
  readonly circle?: number;
}

export interface WardMapData {
  readonly outlines: readonly OutlinedUnit[];
  /** In the order in which the keyboard walks them. */
  readonly units: readonly MapUnit[];
  readonly edges: ClassEdges;
  /** Code of the unit that the page is filtered to. */
  readonly selected: string | null;
}

const WHOLE = 'units';
const DENSE = 'dense units';
const GAP = 12;
/** The part of the width that the dense middle takes beside the whole. */
const INSET = 0.45;
/** Below this width it is drawn underneath. */
const BESIDE = 420;
const TALLEST = 640;

/** The maps that a drawing names; the engine must know them before it draws. */
export function wardMapFiles(outlines: readonly OutlinedUnit[]): Readonly<Record<string, MapFile>> {
  const dense = denseUnits(outlines);
  return { [WHOLE]: mapFileOf(outlines), ...(dense.length > 0 ? { [DENSE]: mapFileOf(dense) } : {}) };
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Layout {
  readonly whole: Place;
  readonly dense: Place | null;
  readonly height: number;
}

/** The whole with its dense middle beside it, or below it on a narrow screen. */
function layoutOf(outlines: readonly OutlinedUnit[], width: number): Layout {
  const dense = denseUnits(outlines);
  const isWide = width >= BESIDE;
  const wholeWidth = dense.length > 0 && isWide ? width * (1 - INSET) - GAP : width;
  const wholeHeight = Math.min(TALLEST, wholeWidth * heightForWidth(outlines));
  const whole = { left: 0, top: 0, width: wholeWidth, height: wholeHeight };
  if (dense.length === 0) return { whole, dense: null, height: wholeHeight };
  const denseWidth = isWide ? width * INSET : width;
  const denseHeight = Math.min(TALLEST, denseWidth * heightForWidth(dense));
  return isWide
    ? {
        whole,
        dense: { left: wholeWidth + GAP, top: 0, width: denseWidth, height: denseHeight },
        height: Math.max(wholeHeight, denseHeight),
      }
    : {
        whole,
        dense: { left: 0, top: wholeHeight + GAP, width: denseWidth, height: denseHeight },
        height: wholeHeight + GAP + denseHeight,
      };
}

/** How high the map is at a width. */
export const wardMapHeight = (outlines: readonly OutlinedUnit[], width: number): number => Math.ceil(layoutOf(outlines, width).height);

const LARGEST_CIRCLE = 34;

/** A circle amid the unit: a label without a text, which the engine places for each polygon. */
function circleOf({ value, circle }: MapUnit, { theme }: ChartFrame) {
  if (value === null || circle === undefined || circle === 0) return {};
  const width = LARGEST_CIRCLE * Math.sqrt(circle);
  const look = { backgroundColor: theme.brand, borderColor: theme.surface, borderWidth: 1, borderRadius: width / 2, opacity: 0.7 };
  return { label: { ...look, show: true, formatter: '\u00a0', width, height: width, lineHeight: width, padding: 0 } };
}

function styleOf({ value, isBeyondChance, code, circle }: MapUnit, { edges, selected }: WardMapData, { theme }: ChartFrame) {
  const face =
    value === null
      ? theme.unknown
      : circle !== undefined
        ? theme.lineSoft
        : (theme.sequential[stepOf(value, edges)]?.face ?? theme.unknown);
  const isSelected = code === selected;
  return {
    areaColor: face,
    ...(value === null ? { decal: stripes(theme.unknownLine) } : {}),
    borderColor: isSelected ? theme.brand : isBeyondChance ? theme.ink : theme.line,
    borderWidth: isSelected ? 3 : isBeyondChance ? 1.8 : 0.8,
  };
}

/** Outlined units are drawn last, so that no neighbour covers their outline; the engine draws in the order of the data. */
function seriesOf(name: string, place: Place, data: WardMapData, frame: ChartFrame): MapSeriesOption {
  const { theme } = frame;
  return {
    type: 'map',
    map: name,
    nameProperty: 'name',
    ...place,
    aspectScale: aspectOf(data.outlines),
    preserveAspect: 'contain',
    roam: false,
    selectedMode: false,
    showLegendSymbol: false,
    label: { show: false },
    itemStyle: { areaColor: theme.unknown, borderColor: theme.line, borderWidth: 0.8 },
    emphasis: { label: { show: false }, itemStyle: { areaColor: 'inherit', borderColor: theme.ink2, borderWidth: 2.4 } },
    data: data.units.map((unit) => ({
      name: unit.code,
      value: unit.value ?? 0,
      itemStyle: styleOf(unit, data, frame),
      ...circleOf(unit, frame),
    })),
  };
}

/** The units where they lie, darker is worse; the dense middle is drawn again, larger. Series 0 holds every unit. */
export function wardMapOption(data: WardMapData, frame: ChartFrame): ChartOption {
  const { whole, dense } = layoutOf(data.outlines, frame.width);
  return {
    ...chartBase(frame),
    animation: false,
    tooltip: {
      ...plainTooltip(frame, (index) => {
        const unit = data.units[index];
        return unit === undefined ? [] : [unit.name, unit.detail];
      }),
      trigger: 'item',
    },
    series: [seriesOf(WHOLE, whole, data, frame), ...(dense === null ? [] : [seriesOf(DENSE, dense, data, frame)])],
  };
}
