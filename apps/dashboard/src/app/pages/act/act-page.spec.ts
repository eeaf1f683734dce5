import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Catalog, City, PageRequest, Points } from '@evenhand/contracts';
import type { AnswerRow } from '@evenhand/domain';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { ActPage } from './act-page';

const label = (text: string) => ({ vi: text, en: text });
const standard = { comparison: 'at_most', value: 0.85, label: label('≤ 85 %') } as const;
const problem = { type: 'x', title: '', status: 503, detail: 'The engine did not answer.', requestId: 'r-7' };
const point = (code: string, name: string): Points['points'][number] => ({
  ...{ code, name, wardCode: null, wardName: null, wardType: null, branchCode: 'X', column: 1, row: 1 },
  ...{ validFrom: '2025-07-01', validTo: null },
});
const slot = (code: string, occupancy: number): AnswerRow => ({
  key: { point: code, half_hour: '09:00' },
  values: {
    half_hour_occupancy: figure({ value: occupancy }),
    overload_share: figure({ value: 0, n: 10, cases: 0 }),
    work_minutes: figure({ value: 0 }),
    staffed_minutes: figure({ value: 900 }),
  },
});
const load: readonly AnswerRow[] = [slot('A', 0.99), slot('B', 0.1)];

const city: City = {
  ...{
    name: label('Hà Nội'),
    zone: 'Asia/Ho_Chi_Minh',
    languages: ['vi', 'en'],
    isSimulated: false,
    longWaitMinutes: 20,
    hasBoundaries: false,
  },
  ...{ firstDay: '2025-11-03', lastDay: '2026-10-31' },
};
const catalog: Catalog = {
  metrics: [
    metric({ id: 'half_hour_occupancy', kind: 'ratio', standard }),
    metric({ id: 'dossiers_overdue', unit: 'count', kind: 'count' }),
  ],
  ...{ dimensions: [], fields: [], procedures: [], channels: [], outcomes: [] },
};
const points: Points = {
  branches: [{ code: 'X', name: 'Chi nhánh X' }],
  points: [point('A', 'An Khánh'), point('B', '<img src=x onerror=alert(1)>')],
};

const refused = { status: 503, statusText: 'Unavailable' };
const rowsOf = (name: string): readonly AnswerRow[] => (name === 'load' ? load : []);

/** Answers what the page asks: the facts and the workload; everything else fails. */
function answerAll(http: HttpTestingController): void {
  for (const request of http.match(() => true)) {
    const { url, body } = request.request;
    if (url === '/api/city') request.flush(city);
    else if (url === '/api/catalog') request.flush(catalog);
    else if (url === '/api/points') request.flush(points);
    else if (url === '/api/answers') {
      const { questions } = body as PageRequest;
      const answers = Object.entries(questions).map(([name, question]) => [name, { answer: { question, rows: rowsOf(name) } }] as const);
      request.flush({ answers: Object.fromEntries(answers) });
    } else request.flush(problem, refused);
  }
}

async function shown(): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(ActPage);
  for (let turn = 0; turn < 20; turn += 1) {
    TestBed.tick();
    answerAll(TestBed.inject(HttpTestingController));
    await new Promise((done) => setTimeout(done));
  }
  return fixture.nativeElement as HTMLElement;
}
const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

it('each block of the page fails on its own: without live lines and verdicts the workload is still there', async () => {
  const page = await shown();
  expect(['eh-live-panel', 'eh-breach-panel'].map((block) => page.querySelector(`${block} [role=alert]`) !== null)).toEqual([true, true]);
  expect(['eh-load-panel', 'eh-lending-panel', 'eh-backlog-panel'].map((block) => page.querySelector(`${block} [role=alert]`))).toEqual([
    null,
    null,
    null,
  ]);
  expect(textOf(page.querySelector('#load tbody tr'))).toBe('An Khánh 99');
});

it('a point in need stands with its neighbour that has room, whose name is text and nothing else', async () => {
  const page = await shown();
  // 0.99 × 90 minutes a day ask for 104.8 at the counters: one officer; the other point can spare two.
  expect(textOf(page.querySelector('#lending'))).toContain('cần thêm 1 người');
  expect(textOf(page.querySelector('#lending .lend a'))).toBe('<img src=x onerror=alert(1)>: 1 người');
  expect(page.querySelector('img')).toBeNull();
});

it('what to do first is told as far as it is known: the jam, though lines and dossiers fail', async () => {
  const page = await shown();
  expect(textOf(page.querySelector('#urgent [data-kind="jam"] .since'))).toBe('09:00, bận 99 %; quá tải 0/10 ngày trong kỳ');
  expect(page.querySelectorAll('#urgent li')).toHaveLength(1);
});
