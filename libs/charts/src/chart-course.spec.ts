import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Chart, type Draw } from './chart';
import { testPage } from './test-page';
import { trendOption } from './trend-option';
import './test-frame';

const WEEKS = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
const HEIGHT = 220;

beforeAll(testPage);

/** Five weeks of one to five minutes. */
const course: Draw = (frame) =>
  trendOption(
    {
      buckets: WEEKS,
      lines: [{ name: 'A', role: 'main', values: [1, 2, 3, 4, 5], n: [10, 10, 10, 10, 10] }],
      ...{ standard: null, annotations: [], isLastPartial: false, isFromZero: true },
    },
    {
      ...{ bucket: (week) => week, bucketInFull: (week) => `week of ${week}`, value: (value) => `${value} min`, n: (n) => `n ${n}` },
      ...{ standard: '', partial: '', unknown: '?' },
    },
    frame,
  );

async function drawn(): Promise<ComponentFixture<Chart>> {
  const fixture = TestBed.createComponent(Chart);
  for (const [name, value] of Object.entries({ draw: course, label: 'Waits grow', buckets: WEEKS, height: HEIGHT }))
    fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  await settled(fixture);
  await until(() => textOf(fixture).includes(WEEKS.at(-1) ?? ''));
  return fixture;
}

/** Waits for what a busy machine may take longer to show; the test's own limit ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function settled(fixture: ComponentFixture<Chart>): Promise<void> {
  await import('./echarts');
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }
}

const box = (fixture: ComponentFixture<Chart>): HTMLElement => fixture.nativeElement.querySelector('[role=img]');
const textOf = (fixture: ComponentFixture<Chart>): string => (fixture.nativeElement as HTMLElement).textContent ?? '';
const press = async (fixture: ComponentFixture<Chart>, ...keys: string[]): Promise<void> => {
  for (const key of keys) box(fixture).dispatchEvent(new KeyboardEvent('keydown', { key }));
  await settled(fixture);
};
const move = (target: EventTarget, type: string, clientX: number): boolean =>
  target.dispatchEvent(new MouseEvent(type, { clientX, clientY: HEIGHT / 2, bubbles: true }));

describe('a chart of a course over time', () => {
  it('says the figure that the keyboard holds, with its unit and n, as its tooltip does', async () => {
    const fixture = await drawn();
    await press(fixture, 'ArrowRight', 'ArrowRight');
    expect(fixture.nativeElement.querySelector('[aria-live]').textContent).toBe('week of 2026-10-05. A: 2 min · n 10');
    expect(box(fixture).textContent).toContain('week of 2026-10-05');
  });

  it('comes closer with + and goes back to the whole with Escape', async () => {
    const fixture = await drawn();
    await press(fixture, 'ArrowRight', 'ArrowRight', 'ArrowRight', '+');
    expect(fixture.componentInstance.window()).toEqual({ from: '2026-10-05', to: '2026-10-19' });
    expect(textOf(fixture)).not.toContain('2026-09-28');
    await press(fixture, 'Escape');
    expect(fixture.componentInstance.window()).toBeNull();
    expect(textOf(fixture)).toContain('2026-09-28');
  });

  it('comes closer to a stretch that is drawn, and goes back with a double click', async () => {
    const fixture = await drawn();
    move(box(fixture), 'pointerdown', 180);
    move(document, 'pointermove', 300);
    await fixture.whenStable();
    expect(fixture.nativeElement.querySelector('.stroke')).not.toBeNull();
    move(document, 'pointerup', 400);
    await settled(fixture);
    expect(fixture.componentInstance.window()).toEqual({ from: '2026-10-05', to: '2026-10-19' });
    expect(fixture.nativeElement.querySelector('.stroke')).toBeNull();
    box(fixture).dispatchEvent(new MouseEvent('dblclick'));
    expect(fixture.componentInstance.window()).toBeNull();
  });

  it('takes a short way for a click', async () => {
    const fixture = await drawn();
    move(box(fixture), 'pointerdown', 180);
    move(document, 'pointerup', 183);
    expect(fixture.componentInstance.window()).toBeNull();
  });

  it('shows the same week in every other chart of the page, until it is left', async () => {
    const [one, other] = [await drawn(), await drawn()];
    await press(one, 'ArrowRight');
    await until(() => textOf(other).includes('week of 2026-09-28'));
    await press(one, 'Escape');
    // A tooltip lingers for a tenth of a second, so that it does not flicker from figure to figure.
    await until(() => !textOf(other).includes('week of'));
    expect(textOf(other)).toContain(WEEKS[0]);
  });
});
