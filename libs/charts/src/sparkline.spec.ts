import { TestBed } from '@angular/core/testing';
import { Sparkline } from './sparkline';

describe('Sparkline', () => {
  it('draws its runs and a dashed standard and is one image with a label', () => {
    const fixture = TestBed.createComponent(Sparkline);
    fixture.componentRef.setInput('series', [1, 2, null, 3]);
    fixture.componentRef.setInput('standard', 2);
    fixture.componentRef.setInput('label', 'Four weeks');
    TestBed.tick();
    const host: HTMLElement = fixture.nativeElement;
    expect(host.querySelectorAll('.run')).toHaveLength(2);
    expect(host.querySelector('.standard')).not.toBeNull();
    expect([host.getAttribute('role'), host.getAttribute('aria-label')]).toEqual(['img', 'Four weeks']);
  });
});
