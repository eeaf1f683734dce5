import { SEQUENTIAL_STEPS } from './sequential-scale';

const COLORS = {
  surface: '--eh-surface',
  ink: '--eh-ink',
  ink2: '--eh-ink-2',
  ink3: '--eh-ink-3',
  line: '--eh-line',
  lineSoft: '--eh-line-soft',
  brand: '--eh-brand',
  better: '--eh-better',
  worse: '--eh-worse',
  watch: '--eh-watch',
  neutral: '--eh-neutral',
  betterSoft: '--eh-better-soft',
  neutralSoft: '--eh-neutral-soft',
  unknown: '--eh-unknown',
  unknownLine: '--eh-unknown-line',
} as const;

const SERIES = 6;

export type ChartColor = keyof typeof COLORS;

/** One class of the sequential palette with the ink that reads on it. */
export interface SequentialColor {
  readonly face: string;
  readonly ink: string;
}

/** The colours and the type of the page, resolved for an engine that does not read CSS. */
export type ChartTheme = Readonly<Record<ChartColor, string>> & {
  readonly sequential: readonly SequentialColor[];
  /** Colours of lines that stand beside one another; a sign and a rhythm go with each. */
  readonly series: readonly string[];
  readonly fontFamily: string;
  /** True for a reader who asked for less motion. */
  readonly isStill: boolean;
};

/** Reads the theme off an element: a variable is resolved through a real `color`, so that any CSS colour function works. */
export function themeOf(element: HTMLElement): ChartTheme {
  const probe = element.ownerDocument.createElement('span');
  // A page that shortens every transition would hand out the colour before the change.
  probe.style.setProperty('transition', 'none', 'important');
  element.append(probe);
  const colorOf = (variable: string): string => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const named = (name: ChartColor): string => colorOf(COLORS[name]);
  const theme: ChartTheme = {
    surface: named('surface'),
    ink: named('ink'),
    ink2: named('ink2'),
    ink3: named('ink3'),
    line: named('line'),
    lineSoft: named('lineSoft'),
    brand: named('brand'),
    better: named('better'),
    worse: named('worse'),
    watch: named('watch'),
    neutral: named('neutral'),
    betterSoft: named('betterSoft'),
    neutralSoft: named('neutralSoft'),
    unknown: named('unknown'),
    unknownLine: named('unknownLine'),
    sequential: SEQUENTIAL_STEPS.map((step) => ({ face: colorOf(`--eh-seq-${step}`), ink: colorOf(`--eh-on-seq-${step}`) })),
    series: Array.from({ length: SERIES }, (_, place) => colorOf(`--eh-series-${place + 1}`)),
    // Double quotes would end the attribute that the engine writes the family into.
    fontFamily: getComputedStyle(probe).fontFamily.replaceAll('"', "'"),
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  probe.remove();
  return theme;
}
