import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Reconciliation } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { DifferingDays } from './differing-days';

const days = (count: number): Reconciliation['days'] =>
  Array.from({ length: count }, (_, index) => ({
    source: 'queue',
    entity: 'ticket',
    point: `P${index}`,
    day: '2026-10-05',
    counted: 10 + index,
    held: 9,
    quarantined: 0,
  }));

async function shown(count: number): Promise<ComponentFixture<DifferingDays>> {
  TestBed.configureTestingModule({ imports: [vietnamese], providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(DifferingDays);
  fixture.componentRef.setInput('days', days(count));
  fixture.detectChanges();
  return fixture;
}

const element = (fixture: ComponentFixture<DifferingDays>): HTMLElement => fixture.nativeElement as HTMLElement;
const rows = (fixture: ComponentFixture<DifferingDays>): (string | undefined)[] =>
  [...element(fixture).querySelectorAll('tbody tr')].map((row) => row.querySelector('td')?.textContent?.trim());

describe('the days that differ', () => {
  it('are five at first, and all of them when asked for', async () => {
    const fixture = await shown(50);
    expect(rows(fixture)).toEqual(['0', '1', '2', '3', '4'].map((number) => `Phiếu số thứ tự · P${number} · 05/10/2026`));
    const button = element(fixture).querySelector('button');
    expect(button?.textContent?.trim()).toBe('Xem cả 50 ngày');
    button?.click();
    fixture.detectChanges();
    expect(rows(fixture).length).toBe(50);
    expect(element(fixture).querySelector('button')).toBeNull();
  });

  it('ask for nothing more when five are all', async () => {
    const fixture = await shown(5);
    expect(rows(fixture).length).toBe(5);
    expect(element(fixture).querySelector('button')).toBeNull();
  });
});
