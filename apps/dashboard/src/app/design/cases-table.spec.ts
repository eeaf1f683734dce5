import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { vietnamese } from '../../testing/translations';
import { CasesTable } from './cases-table';

const columns = [
  { id: 'dossier_code', type: 'text' },
  { id: 'received_on', type: 'day' },
  { id: 'wait_ms', type: 'duration_ms' },
] as const;
const rows = [
  { dossier_code: 'H1', received_on: '2026-10-05', wait_ms: 0, source: 'portal' },
  { dossier_code: 'H2', received_on: '2026-10-04', wait_ms: null, source: 'portal' },
];

async function shown(url: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideRouter([{ path: '**', component: CasesTable }]), provideHttpClient(), provideHttpClientTesting()],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  const fixture = TestBed.createComponent(CasesTable);
  const inputs = { key: 'rows', name: 'Hồ sơ', columns, rows, total: 1200, page: 2, size: 500 };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  TestBed.tick();
  return fixture.nativeElement as HTMLElement;
}

const namesIn = (table: HTMLElement): readonly (string | null)[] =>
  [...table.querySelectorAll('tbody .name')].map((one) => one.textContent);

describe('cases', () => {
  it('say how many there are on all pages, and lead to their timeline', async () => {
    const table = await shown('/');
    expect(table.querySelector('#rows')?.getAttribute('data-total')).toBe('1200');
    expect(table.querySelector('tbody a')?.getAttribute('href')).toBe('/dossiers/H1?source=portal');
    expect(table.querySelector('nav')?.textContent).toContain('Trang 2 / 3');
  });

  it('stand in the order of the server until a column is chosen, in the link as cases.sort', async () => {
    expect(namesIn(await shown('/'))).toEqual(['H1', 'H2']);
    TestBed.resetTestingModule();
    expect(namesIn(await shown('/?cases.sort=received_on'))).toEqual(['H2', 'H1']);
  });

  it('tell a zero from what the source did not say', async () => {
    const cells = [...(await shown('/')).querySelectorAll('tbody td.number')].map((cell) => cell.textContent?.trim());
    expect(cells[0]).toBe('0,0\u00a0phút');
    expect(cells[1]).toContain('nguồn không nêu');
  });
});
