import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Chart, type Draw, type PickedFigure } from './chart';
import { countBarOption } from './count-bar-option';
import './test-frame';
import { paper, testPage } from './test-page';

beforeAll(testPage);

const drawing =
  (name: string): Draw =>
  (frame) =>
    countBarOption({ bars: [{ name, count: 3 }], direction: 'across' }, { count: String, unknown: '?' }, frame);

async function drawn(draw: Draw): Promise<ComponentFixture<Chart>> {
  const fixture = TestBed.createComponent(Chart);
  fixture.componentRef.setInput('draw', draw);
  fixture.componentRef.setInput('label', 'Three dossiers');
  fixture.componentRef.setInput('walk', { series: 0, length: 1 });
  document.body.append(fixture.nativeElement);
  await settled(fixture);
  return fixture;
}

async function settled(fixture: ComponentFixture<Chart>): Promise<void> {
  await import('./echarts');
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  }
}

const hostOf = (fixture: ComponentFixture<Chart>): HTMLElement => fixture.nativeElement;
const text = (fixture: ComponentFixture<Chart>): string => hostOf(fixture).textContent ?? '';
const box = (fixture: ComponentFixture<Chart>): HTMLElement | null => hostOf(fixture).querySelector('[role=img]');

describe('Chart', () => {
  it('draws its option and says it in one sentence', async () => {
    const fixture = await drawn(drawing('Land'));
    expect(text(fixture)).toContain('Land');
    expect(box(fixture)?.getAttribute('aria-label')).toBe('Three dossiers');
  });

  it('takes the height that its card has left, and never less than its own', async () => {
    const viewed = async (height: number, fills: boolean): Promise<string> => {
      const fixture = TestBed.createComponent(Chart);
      for (const [name, value] of Object.entries({ draw: drawing('Land'), label: 'Three dossiers', height, fills }))
        fixture.componentRef.setInput(name, value);
      document.body.append(fixture.nativeElement);
      await settled(fixture);
      return box(fixture)?.querySelector('svg')?.getAttribute('viewBox') ?? '';
    };
    // The box of the test is 600 × 200.
    expect([await viewed(120, false), await viewed(120, true), await viewed(300, true)]).toEqual([
      '0 0 600 120',
      '0 0 600 200',
      '0 0 600 300',
    ]);
  });

  it('draws again when its data changes', async () => {
    const fixture = await drawn(drawing('Land'));
    fixture.componentRef.setInput('draw', drawing('Birth'));
    await settled(fixture);
    expect(text(fixture)).toContain('Birth');
    expect(text(fixture)).not.toContain('Land');
  });

  it('[X2] shows a name as text, never as markup', async () => {
    const fixture = await drawn(drawing('<b id="planted">x</b>'));
    expect(text(fixture)).toContain('<b id="planted">x</b>');
    expect(document.getElementById('planted')).toBeNull();
  });

  it('lets the keyboard pick the figure in hand', async () => {
    const fixture = await drawn(drawing('Land'));
    const picked: PickedFigure[] = [];
    fixture.componentInstance.picked.subscribe((figure) => picked.push(figure));
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'Escape', 'Enter'])
      box(fixture)?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(picked).toEqual([{ series: 0, index: 0 }]);
  });

  it('draws again for paper at once: printing waits for no turn', async () => {
    const fixture = await drawn(drawing('Land'));
    let drawings = 0;
    fixture.componentRef.setInput('draw', (frame: Parameters<Draw>[0]) => {
      drawings++;
      return drawing('Land')(frame);
    });
    await settled(fixture);
    const before = drawings;
    paper.dispatchEvent(new Event('change'));
    expect(drawings).toBe(before + 1);
  });

  it('lets a style sheet scale the drawing', async () => {
    const fixture = await drawn(drawing('Land'));
    expect(hostOf(fixture).querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 600 220');
  });

  it('leaves nothing behind', async () => {
    const fixture = await drawn(drawing('Land'));
    const element = box(fixture);
    fixture.destroy();
    expect(element?.querySelector('svg')).toBeNull();
  });
});
