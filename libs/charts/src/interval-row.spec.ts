import { TestBed } from '@angular/core/testing';
import { type IntervalMark, IntervalRow } from './interval-row';

const axis = { min: 0, max: 0.4, ticks: [0, 0.2, 0.4] };

function rowOf(mark: IntervalMark, band: { low: number; high: number } | null = null): SVGElement {
  const fixture = TestBed.createComponent(IntervalRow);
  fixture.componentRef.setInput('mark', mark);
  fixture.componentRef.setInput('axis', axis);
  fixture.componentRef.setInput('reference', 0.1);
  fixture.componentRef.setInput('band', band);
  fixture.componentRef.setInput('verdict', 'worse');
  fixture.componentRef.setInput('label', '30 %, 20 to 40 %');
  TestBed.tick();
  return fixture.nativeElement;
}

describe('IntervalRow', () => {
  it('draws the dot, its whisker and the line of the city at their places', () => {
    const row = rowOf({ value: 0.3, low: 0.2, high: 0.4 });
    expect(row.querySelector('.dot')?.getAttribute('cx')).toBe('75%');
    expect(row.querySelector('.whisker')?.getAttribute('x1')).toBe('50%');
    expect(row.querySelector('.reference')?.getAttribute('x1')).toBe('25%');
  });

  it('adds a hollow dot only where a raw value is told apart', () => {
    expect(rowOf({ value: 0.3, low: 0.2, high: 0.4 }).querySelector('.raw')).toBeNull();
    expect(rowOf({ value: 0.3, low: 0.2, high: 0.4, raw: 0.36 }).querySelector('.raw')?.getAttribute('cx')).toBe('90%');
  });

  it('draws where most others lie behind it: 0.1 to 0.3 is a quarter to three quarters', () => {
    const band = rowOf({ value: 0.3, low: 0.2, high: 0.4 }, { low: 0.1, high: 0.3 }).querySelector('.band');
    expect([band?.getAttribute('x'), band?.getAttribute('width')]).toEqual(['25%', '50%']);
    expect(rowOf({ value: 0.3, low: 0.2, high: 0.4 }).querySelector('.band')).toBeNull();
  });

  it('draws neither dot nor whisker for an unknown value', () => {
    const row = rowOf({ value: null, low: null, high: null });
    expect(row.querySelector('.dot, .whisker')).toBeNull();
  });

  it('is one image with its figures in words', () => {
    const row = rowOf({ value: 0.3, low: 0.2, high: 0.4 });
    expect([row.getAttribute('role'), row.getAttribute('aria-label')]).toEqual(['img', '30 %, 20 to 40 %']);
  });
});
