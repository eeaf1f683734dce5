/** Which rows of a long table are drawn, half-open. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel meets no gap. */
const BEYOND = 12;
/** A table this short is drawn as a whole. */
const SHORT = 40;
/** The window moves in steps: most turns of the wheel draw nothing anew. */
const STEP = 6;

/** True where every row is drawn. */
export const isShort = (count: number): boolean => count <= SHORT;

export interface Viewed {
  readonly scrolled: number;
  readonly height: number;
  readonly rowHeight: number;
}

/** The rows around what is in view. */
export function rowWindow(count: number, { scrolled, height, rowHeight }: Viewed): RowWindow {
  if (isShort(count)) return { first: 0, end: count };
  const inView = Math.ceil(height / rowHeight);
  const top = Math.floor(scrolled / rowHeight / STEP) * STEP;
  const first = Math.max(0, Math.min(top - BEYOND, count - inView - BEYOND));
  return { first, end: Math.min(count, Math.max(top + inView + BEYOND + STEP, first + inView)) };
}
