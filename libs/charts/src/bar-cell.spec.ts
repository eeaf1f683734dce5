import { TestBed } from '@angular/core/testing';
import { BarCell } from './bar-cell';

function cellOf(value: number | null, threshold: number | null = null): HTMLElement {
  const fixture = TestBed.createComponent(BarCell);
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('largest', 200);
  fixture.componentRef.setInput('threshold', threshold);
  TestBed.tick();
  return fixture.nativeElement;
}
const widthOf = (cell: HTMLElement): string | undefined => cell.querySelector<HTMLElement>('.bar')?.style.width;

describe('BarCell', () => {
  it('is as long as its share of the largest', () => {
    expect(widthOf(cellOf(50))).toBe('25%');
  });

  it('marks a threshold and what lies beyond it, not what reaches it', () => {
    expect(cellOf(150, 100).classList).toContain('is-beyond');
    expect(cellOf(100, 100).classList).not.toContain('is-beyond');
    expect(cellOf(100, 100).querySelector<HTMLElement>('.mark')?.style.left).toBe('50%');
  });

  it('is hatched when unknown', () => {
    expect(cellOf(null).classList).toContain('is-unknown');
  });
});
