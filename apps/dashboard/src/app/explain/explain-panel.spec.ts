import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { ApplicationRef, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Catalog, City, ExplanationPage, Points } from '@evenhand/contracts';
import { figure, metric } from '../../testing/figures';
import { vietnamese } from '../../testing/translations';
import { ExplainOutlet } from './explain-outlet';

const label = (text: string) => ({ vi: text, en: text });
const city: City = {
  ...{
    name: label('Hà Nội'),
    zone: 'Asia/Ho_Chi_Minh',
    languages: ['vi', 'en'],
    isSimulated: true,
    longWaitMinutes: 20,
    hasBoundaries: false,
  },
  ...{ firstDay: '2025-11-03', lastDay: '2026-10-31' },
};
const catalog: Catalog = {
  ...{ metrics: [metric()], dimensions: [], fields: [], procedures: [], channels: [] },
  outcomes: [{ code: 'void', label: label('Phiếu hủy') }],
};
const points: Points = { branches: [], points: [] };
const page: ExplanationPage = {
  metric: metric({ formula: label('Lượt chờ lâu ÷ số phiếu'), description: label('<img src=x onerror=alert(1)>') }),
  value: figure({ value: 0.25, n: 4, cases: 1 }),
  statements: [{ from: 'raw', table: 'ticket', text: 'SELECT 1', values: { p0: 'P1' } }],
  rows: { n: 4, list: '/api/rows?metric=long_wait_rate', file: '/api/rows/export?metric=long_wait_rate' },
  feeds: [{ entity: 'ticket', source: 'queue-log', latestAt: '2026-10-31T05:18:22.000Z', days: 22, silentDays: 2 }],
  coverage: [{ entity: 'ticket', share: 0.91 }],
  excluded: [{ why: 'not_a_case', entity: 'ticket', detail: 'void', label: null, rows: 3 }],
  published: [],
  asOf: null,
};

let http: HttpTestingController;
const settled = (): Promise<void> => TestBed.inject(ApplicationRef).whenStable();

/** Waits until a request for an address is on its way. */
async function asked(path: string): Promise<TestRequest> {
  for (let turn = 0; turn < 50; turn += 1) {
    TestBed.tick();
    const [found] = http.match(({ url }) => url === path);
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done));
  }
  throw new Error(`Nobody asked for ${path}.`);
}

async function opened(url: string): Promise<TestRequest> {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  http = TestBed.inject(HttpTestingController);
  TestBed.inject(ExplainOutlet).follow();
  await TestBed.inject(Injector).get(Router).navigateByUrl(url);
  (await asked('/api/city')).flush(city);
  (await asked('/api/catalog')).flush(catalog);
  (await asked('/api/points')).flush(points);
  return asked('/api/explain');
}

const shown = (): HTMLElement => {
  const panel = document.querySelector<HTMLElement>('eh-explain-panel');
  if (panel === null) throw new Error('No panel is open.');
  return panel;
};
const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the explanation of a figure', () => {
  it('opens from a link, asks about the figure with its own filters, and shows what proves it', async () => {
    const request = await opened('/points/P1?explain=long_wait_rate&explain_where=point:P1');
    expect(request.request.params.getAll('where')).toEqual(['point:P1']);
    expect(request.request.params.get('from')).toBe('2026-10-01');
    request.flush(page);
    await settled();
    const panel = shown();
    expect(textOf(panel)).toContain('Lượt chờ lâu ÷ số phiếu');
    expect(textOf(panel)).toContain('Không thuộc định nghĩa: Phiếu hủy');
    expect(textOf(panel)).toContain('2 trong 22');
    expect([...panel.querySelectorAll('.file')].map((link) => link.getAttribute('href'))).toEqual([
      '/api/rows/export?metric=long_wait_rate&part=cases&head=vi',
      '/api/rows/export?metric=long_wait_rate&part=n&head=vi',
    ]);
    expect(panel.querySelector('details')?.open).toBe(false);
    expect(textOf(panel.querySelector('pre'))).toBe('SELECT 1');
    expect(panel.querySelector('img')).toBeNull();
  });

  it('closes with its button by leaving the link, and with it the page keeps its own state', async () => {
    (await opened('/city?metric=wait_p90&explain=long_wait_rate')).flush(page);
    await settled();
    shown().querySelector<HTMLButtonElement>('header button')?.click();
    for (let turn = 0; turn < 50 && document.querySelector('eh-explain-panel') !== null; turn += 1) {
      TestBed.tick();
      await new Promise((done) => setTimeout(done));
    }
    expect(document.querySelector('eh-explain-panel')).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/city?metric=wait_p90');
  });

  it('says what went wrong and leaves the page as it is', async () => {
    const problem = { type: 'x', title: '', status: 503, detail: 'The engine did not answer.', requestId: 'r-7' };
    (await opened('/city?explain=long_wait_rate')).flush(problem, { status: 503, statusText: 'Unavailable' });
    await settled();
    expect(textOf(shown().querySelector('[role=alert]'))).toContain('The engine did not answer.');
  });
});
