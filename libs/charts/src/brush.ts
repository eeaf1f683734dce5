/** A stretch in pixels from the left edge of a box. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
}

/** What a stroke over a box does. */
export interface BrushActions {
  /** Whether a stroke may begin at a place in the box. */
  readonly mayBegin: (x: number, y: number) => boolean;
  /** While it is drawn; `null` when it ends. */
  readonly draw: (stroke: Stroke | null) => void;
  /** It was drawn to its end. */
  readonly end: (stroke: Stroke) => void;
}

/** A shorter way is a click. */
const LEAST_WAY = 6;

/** Lets a reader draw a stretch over a box with mouse, pen or finger; returns what takes it away. */
export function brushOver(box: HTMLElement, { mayBegin, draw, end }: BrushActions): () => void {
  let begun: { readonly pointer: number; readonly x: number } | null = null;
  const xOf = (event: PointerEvent): number => event.clientX - box.getBoundingClientRect().left;
  const strokeTo = (event: PointerEvent): Stroke | null => {
    if (begun === null || event.pointerId !== begun.pointer) return null;
    const x = Math.min(box.clientWidth, Math.max(0, xOf(event)));
    return Math.abs(x - begun.x) < LEAST_WAY ? null : { from: Math.min(begun.x, x), to: Math.max(begun.x, x) };
  };
  const stop = (): void => {
    begun = null;
    draw(null);
  };
  const listeners = {
    pointerdown: (event: PointerEvent): void => {
      const { left, top } = box.getBoundingClientRect();
      if (event.button === 0 && mayBegin(event.clientX - left, event.clientY - top)) begun = { pointer: event.pointerId, x: xOf(event) };
    },
    pointermove: (event: PointerEvent): void => {
      const stroke = strokeTo(event);
      if (stroke !== null) draw(stroke);
    },
    pointerup: (event: PointerEvent): void => {
      const stroke = strokeTo(event);
      stop();
      if (stroke !== null) end(stroke);
    },
    pointercancel: stop,
  };
  box.addEventListener('pointerdown', listeners.pointerdown);
  // The way may end outside of the box.
  const page = box.ownerDocument;
  page.addEventListener('pointermove', listeners.pointermove);
  page.addEventListener('pointerup', listeners.pointerup);
  page.addEventListener('pointercancel', listeners.pointercancel);
  return () => {
    box.removeEventListener('pointerdown', listeners.pointerdown);
    page.removeEventListener('pointermove', listeners.pointermove);
    page.removeEventListener('pointerup', listeners.pointerup);
    page.removeEventListener('pointercancel', listeners.pointercancel);
  };
}
