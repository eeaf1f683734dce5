const WIDTH = 600;
const HEIGHT = 200;

/** Tells of paper: a test lets it come. */
export const paper = new EventTarget();

/** jsdom lays nothing out and knows no media: every box is given a width, and no reader asks for anything. */
export function testPage(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => WIDTH });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => HEIGHT });
  globalThis.matchMedia = (media) => ({
    media,
    matches: false,
    onchange: null,
    addEventListener: (type: string, listener: EventListener) => media === 'print' && paper.addEventListener(type, listener),
    removeEventListener: (type: string, listener: EventListener) => media === 'print' && paper.removeEventListener(type, listener),
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  });
  globalThis.ResizeObserver = class {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(): void {
      queueMicrotask(() => this.tell([], this));
    }
    unobserve(): void {}
    disconnect(): void {}
  };
}
