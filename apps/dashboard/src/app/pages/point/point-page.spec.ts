import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Catalog, City, PageRequest, Points } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import { compared } from '../../../testing/comparisons';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { PointPage } from './point-page';

// jsdom has no media queries; a chart asks for theme and motion.
beforeAll(() => {
  globalThis.matchMedia = (media) => ({
    ...{ media, matches: false, onchange: null },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => true,
  });
});

const label = (text: string) => ({ vi: text, en: text });
const problem = { type: 'x', title: '', status: 503, detail: 'The engine did not answer.', requestId: 'r-7' };
const refused = { status: 503, statusText: 'Unavailable' };
const point = (code: string, name: string): Points['points'][number] => ({
  ...{ code, name, wardCode: null, wardName: null, wardType: null, branchCode: 'X', column: 1, row: 1 },
  ...{ validFrom: '2025-07-01', validTo: null },
});
const city: City = {
  ...{ name: label('Hà Nội'), zone: 'Asia/Ho_Chi_Minh', languages: ['vi', 'en'], isSimulated: false, longWaitMinutes: 20 },
  ...{ firstDay: '2025-11-03', lastDay: '2026-10-31', hasBoundaries: false },
};
const catalog: Catalog = { metrics: [metric()], dimensions: [], fields: [], procedures: [], channels: [], outcomes: [] };
const points: Points = {
  branches: [{ code: 'X', name: '<b>Chi nhánh</b>' }],
  points: [point('P1', '<img src=x onerror=alert(1)>'), point('P2', 'An Khánh')],
};
/** Beyond what the chance of single cases explains; whether it is news, the comparison says. */
const share = figure({ value: 0.25, cases: 250 });

function answerAll(http: HttpTestingController, own: Partial<PointComparison> | null): void {
  for (const request of http.match(() => true)) {
    const { url, body } = request.request;
    if (url === '/api/city') request.flush(city);
    else if (url === '/api/catalog') request.flush(catalog);
    else if (url === '/api/points') request.flush(points);
    else if (url === '/api/comparisons' && own !== null) {
      request.flush({ metric: 'long_wait_rate', city: figure(), points: [compared({ value: share, ...own }), compared({ point: 'P2' })] });
    } else if (url === '/api/answers') {
      const { questions } = body as PageRequest;
      const isOwn = (where: readonly string[]): boolean => where.some((text) => text.startsWith('point:'));
      const answers = Object.entries(questions).map(([name, question]) => {
        const row = {
          key: {},
          values: { long_wait_rate: isOwn(question.where.map(({ dimension }) => `${dimension}:`)) ? share : figure() },
        };
        return [name, { answer: { question, rows: question.by.length === 0 ? [row] : [] } }] as const;
      });
      request.flush({ answers: Object.fromEntries(answers) });
    } else request.flush(problem, refused);
  }
}

async function shown(own: Partial<PointComparison> | null): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    deferBlockBehavior: DeferBlockBehavior.Manual,
  });
  const fixture = TestBed.createComponent(PointPage);
  fixture.componentRef.setInput('code', 'P1');
  for (let turn = 0; turn < 20; turn += 1) {
    TestBed.tick();
    answerAll(TestBed.inject(HttpTestingController), own);
    await new Promise((done) => setTimeout(done));
  }
  return fixture.nativeElement as HTMLElement;
}
const textOf = (page: HTMLElement, selector: string): string =>
  (page.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

it('calls a point as the comparison does, in its sentence and on its card, though single cases alone would say more', async () => {
  const page = await shown({ verdict: 'as_expected' });
  expect(textOf(page, 'eh-point-header eh-verdict-tag')).toBe('Trong mức chung');
  expect(textOf(page, '[data-metric="long_wait_rate"] .change')).toContain('Không khác biệt rõ');
  expect(textOf(page, '#standing eh-flag-tag')).toBe('Trong mức ngẫu nhiên');
});

it('stands between its neighbours in the order of what is serious, and names are text and nothing else', async () => {
  const page = await shown({ verdict: 'worse', flag: 'review' });
  expect(textOf(page, '.neighbours span')).toBe('1/2, cần xem nhất đứng trước');
  expect(textOf(page, '.neighbours a')).toBe('An Khánh');
  expect(textOf(page, 'h1')).toBe('<img src=x onerror=alert(1)>');
  expect(page.querySelector('img')).toBeNull();
});

it('[R2] each block fails on its own: without comparison and live lines the waits are still there', async () => {
  const page = await shown(null);
  expect(
    ['eh-standing-panel', 'eh-peers-panel', 'eh-point-now'].map((block) => page.querySelector(`${block} eh-problem`) !== null),
  ).toEqual([true, true, true]);
  expect(textOf(page, 'eh-people-panel .sentence')).toContain('250 trong 1.000 lượt');
});
