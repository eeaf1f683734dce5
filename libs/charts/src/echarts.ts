import { BarChart, CustomChart, HeatmapChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomInsideComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerMap, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { MapFile } from './map-outlines';

// The only place that names parts of ECharts at run time: an import of the whole package anywhere would undo it.
use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  MapChart,
  ScatterChart,
  AriaComponent,
  DataZoomInsideComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

// TRICKY: a tooltip takes no family and is measured in this font, while the page draws it in its own.
const DEFAULT_FONT = '12px sans-serif';

/** Measures text as the page draws it; without a canvas the engine keeps to its own estimate. */
function measureAsDrawn(element: HTMLElement): void {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (canvas === null) return;
  const family = getComputedStyle(element).fontFamily;
  setPlatformAPI({
    measureText: (text, font = DEFAULT_FONT) => {
      canvas.font = font === DEFAULT_FONT ? `12px ${family}` : font;
      return canvas.measureText(text);
    },
  });
}

/** Opens an empty chart in an element; SVG, so that it prints and scales. */
export function openChart(element: HTMLElement): ReturnType<typeof init> {
  measureAsDrawn(element);
  return init(element, null, { renderer: 'svg' });
}

/** Tells the engine of maps that drawings name. */
export function knowMaps(maps: Readonly<Record<string, MapFile>>): void {
  // The engine takes the text of a file: its own types hold no list that may only be read.
  for (const [name, file] of Object.entries(maps)) registerMap(name, JSON.stringify(file));
}
