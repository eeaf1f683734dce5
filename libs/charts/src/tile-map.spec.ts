import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { HoverLink } from './hover-link';
import { type Tile, TileMap } from './tile-map';

const tile = (code: string, column: number, row: number, value: number | null, isBeyondChance = false): Tile => ({
  code,
  column,
  row,
  value,
  isBeyondChance,
  name: `Unit ${code}`,
  text: value === null ? '–' : String(value),
  detail: value === null ? 'unknown' : `${value} of 100`,
});

const tiles = [tile('b', 1, 0, 30, true), tile('a', 0, 0, 5), tile('c', 0, 1, null)];

function mapOf(): { fixture: ComponentFixture<TileMap>; at: (code: string) => Element | null } {
  const fixture = TestBed.createComponent(TileMap);
  fixture.componentRef.setInput('tiles', tiles);
  fixture.componentRef.setInput('edges', [8, 14, 20, 28]);
  fixture.componentRef.setInput('label', 'The city');
  document.body.append(fixture.nativeElement);
  TestBed.tick();
  return { fixture, at: (code) => fixture.nativeElement.querySelector(`[data-code="${code}"]`) };
}

const press = (element: Element | null, key: string): void => {
  element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  TestBed.tick();
};

describe('TileMap', () => {
  it('prints each figure in its tile and says it in full', () => {
    const { at } = mapOf();
    expect(at('a')?.querySelector('.value')?.textContent).toBe('5');
    expect(at('a')?.querySelector('title')?.textContent).toBe('Unit a: 5 of 100');
  });

  it('draws a count as a circle instead of a shade: a quarter of the largest is half as wide', () => {
    const { fixture, at } = mapOf();
    fixture.componentRef.setInput('tiles', [{ ...tile('a', 0, 0, 40), circle: 1 }, { ...tile('b', 1, 0, 10), circle: 0.25 }]); // prettier-ignore
    TestBed.tick();
    expect(['a', 'b'].map((code) => Number(at(code)?.querySelector('circle')?.getAttribute('r')))).toEqual([18, 9]);
    expect(at('a')?.getAttribute('class')).not.toContain('step-');
  });

  it('marks the unit that another drawing of the page points at, and tells which it points at itself', () => {
    const { at } = mapOf();
    const link = TestBed.inject(HoverLink);
    link.point({ what: 'place', key: 'b', by: {} });
    TestBed.tick();
    expect(at('b')?.classList).toContain('pointed');
    at('a')?.dispatchEvent(new MouseEvent('mouseenter'));
    expect(link.pointed()?.key).toBe('a');
  });

  it('shades by class, hatches the unknown and outlines what is beyond chance', () => {
    const { at } = mapOf();
    expect(at('a')?.classList).toContain('step-0');
    expect(at('b')?.classList).toContain('step-4');
    expect(at('b')?.classList).toContain('beyond-chance');
    expect(at('c')?.querySelector('.face')?.getAttribute('style')).toContain('url(');
  });

  it('cuts a part of the city out: what lies around its units takes no room', () => {
    const { fixture } = mapOf();
    fixture.componentRef.setInput('tiles', [tile('e', 11, 4, 5), tile('f', 13, 3, 6)]);
    TestBed.tick();
    // Three columns of 41 and two rows of 38.
    expect(fixture.nativeElement.querySelector('svg').getAttribute('viewBox')).toBe('0 0 123 76');
    expect(fixture.nativeElement.classList).toContain('is-small');
  });

  it('is one tab stop: the first tile in reading order', () => {
    const { fixture } = mapOf();
    const stops = [...fixture.nativeElement.querySelectorAll('[tabindex="0"]')].map((element: Element) =>
      element.getAttribute('data-code'),
    );
    expect(stops).toEqual(['a']);
  });

  it('walks by arrow keys', () => {
    const { at } = mapOf();
    press(at('a'), 'ArrowRight');
    expect(document.activeElement).toBe(at('b'));
    press(at('b'), 'Home');
    expect(document.activeElement).toBe(at('a'));
  });

  it('says the code of a unit that is clicked or entered', () => {
    const { fixture, at } = mapOf();
    const picked: string[] = [];
    fixture.componentInstance.picked.subscribe((code) => picked.push(code));
    at('b')?.dispatchEvent(new MouseEvent('click'));
    press(at('c'), 'Enter');
    expect(picked).toEqual(['b', 'c']);
  });
});
