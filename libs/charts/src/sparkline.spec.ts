import { TestBed } from '@angular/core/testing';
import { HoverLink } from './hover-link';
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

  it('points at the week under the pointer, and marks the week that another drawing of the page points at', () => {
    const fixture = TestBed.createComponent(Sparkline);
    fixture.componentRef.setInput('series', [1, 2, null, 3]);
    fixture.componentRef.setInput('buckets', ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']);
    fixture.componentRef.setInput('label', 'Four weeks');
    TestBed.tick();
    const host: HTMLElement = fixture.nativeElement;
    host.getBoundingClientRect = () => new DOMRect(100, 0, 90, 34);
    const link = TestBed.inject(HoverLink);
    const here = () => {
      TestBed.tick();
      return host.querySelectorAll('.here').length;
    };
    // A third of the way across lies the second of four.
    host.dispatchEvent(new MouseEvent('pointermove', { clientX: 130 }));
    expect([link.pointed()?.key, here()]).toEqual(['2026-10-12', 1]);
    host.dispatchEvent(new MouseEvent('pointerleave'));
    expect([link.pointed(), here()]).toEqual([null, 0]);
    link.point({ what: 'day', key: '2026-10-28', by: {} });
    expect(here()).toBe(1);
    link.point({ what: 'day', key: '2026-10-20', by: {} });
    expect(here()).toBe(0);
  });
});
