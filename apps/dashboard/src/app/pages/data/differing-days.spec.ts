import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Reconciliation } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { DifferingDays } from './differing-days';

const day = (point: string, counted: number): Reconciliation['days'][number] => ({
  ...{ source: 'queue', entity: 'ticket', point, day: '2026-10-05', counted, held: 9, quarantined: 0 },
});

describe('the days that differ', () => {
  it('stand by how much they differ, more or less alike', () => {
    const providers = [provideHttpClient(), provideHttpClientTesting(), provideRouter([])];
    TestBed.configureTestingModule({ imports: [vietnamese], providers });
    const fixture = TestBed.createComponent(DifferingDays);
    fixture.componentRef.setInput('days', [day('P1', 10), day('P2', 1), day('P3', 12)]);
    fixture.detectChanges();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('.name')?.textContent)).toEqual(['P2', 'P3', 'P1']);
    expect(rows.map((row) => row.querySelector('td:last-child')?.textContent?.trim())).toEqual(['8', '3', '1']);
  });
});
