import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Benchmark, Catalog, City, PageRequest, Points } from '@evenhand/contracts';
import type { Value } from '@evenhand/domain';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { BenchmarkPanel } from './benchmark-panel';
import { PointAnswers } from './point-answers';

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
const city: City = {
  ...{ name: label('Hà Nội'), zone: 'Asia/Ho_Chi_Minh', languages: ['vi', 'en'], isSimulated: false, longWaitMinutes: 20 },
  ...{ firstDay: '2025-11-03', lastDay: '2026-10-31', hasBoundaries: false },
};
const catalog: Catalog = {
  metrics: [metric({ kind: 'rate' }), metric({ id: 'on_time_rate', kind: 'rate', label: label('Tỷ lệ đúng hạn') })],
  ...{ dimensions: [], fields: [], procedures: [], channels: [], outcomes: [] },
};
const points: Points = {
  branches: [{ code: 'X', name: '<b>Ba Đình</b>' }],
  points: [
    {
      ...{ code: 'P1', name: 'Phúc Xá', wardCode: null, wardName: null, wardType: null, branchCode: 'X', column: 1, row: 1 },
      ...{ validFrom: '2025-07-01', validTo: null },
    },
  ],
};
const group = (branch: string, value: number): Benchmark['groups'][number] => ({ branch, value, points: 6, about: 1200 });
const three: Benchmark = {
  own: null,
  groups: [group('X', 0.1), group('Y', 0.12), group('Z', 0.14)],
  ...{ others: 0.12, band: { low: 0.1, median: 0.12, high: 0.14 } },
};

interface Told {
  readonly benchmark: Benchmark;
  readonly point: Value;
}

/** What was asked for under the address of the benchmark, oldest first. */
function answerAll(http: HttpTestingController, { benchmark, point }: Told, asked: string[]): void {
  for (const request of http.match(() => true)) {
    const { url, body, params } = request.request;
    if (url === '/api/city') request.flush(city);
    else if (url === '/api/catalog') request.flush(catalog);
    else if (url === '/api/points') request.flush(points);
    else if (url === '/api/benchmark') {
      asked.push(params.toString());
      request.flush(benchmark);
    } else if (url === '/api/answers') {
      const { questions } = body as PageRequest;
      const rows = (ids: readonly string[]) => [{ key: {}, values: Object.fromEntries(ids.map((id) => [id, point])) }];
      const answers = Object.entries(questions).map(([name, question]) => [name, { answer: { question, rows: rows(question.metrics) } }]);
      request.flush({ answers: Object.fromEntries(answers) });
    } else request.flush({}, { status: 503, statusText: 'Unavailable' });
  }
}

async function shown(told: Partial<Told> = {}, url = '/?from=2026-10-12&to=2026-10-20') {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', component: BenchmarkPanel }]), PointAnswers],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  TestBed.inject(PointAnswers).code.set('P1');
  const fixture = TestBed.createComponent(BenchmarkPanel);
  const asked: string[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    TestBed.tick();
    answerAll(TestBed.inject(HttpTestingController), { benchmark: three, point: figure({ value: 0.3, n: 1000 }), ...told }, asked);
    await new Promise((done) => setTimeout(done));
  }
  const panel = fixture.nativeElement as HTMLElement;
  const textOf = (selector: string): string => (panel.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    panel,
    asked,
    textOf,
    table: async () => {
      panel.querySelector<HTMLButtonElement>('.twin')?.click();
      TestBed.tick();
      await new Promise((done) => setTimeout(done));
      return [...panel.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()),
      );
    },
  };
}

describe('a point beside others of whom none can be told', () => {
  it('is held against whole months, whatever days are looked at', async () => {
    const { asked, textOf } = await shown();
    expect(asked).toEqual(['metric=long_wait_rate&from=2026-10-01&to=2026-11-01']);
    expect(textOf('header .note')).toContain('trọn tháng 01/10 – 31/10/2026');
  });

  it.each([
    [0.3, 'Điểm này: 30,0 %, cao hơn nửa giữa của 3 nhóm (10,0–14,0 %).'],
    [0.12, 'Điểm này: 12,0 %, nằm trong nửa giữa của 3 nhóm (10,0–14,0 %).'],
    [0.05, 'Điểm này: 5,0 %, thấp hơn nửa giữa của 3 nhóm (10,0–14,0 %).'],
    [null, 'Nửa giữa của 3 nhóm nằm trong khoảng 10,0–14,0 %; điểm này chưa có số liệu trong các tháng đó.'],
  ])('says where %s lies to the middle half of the groups', async (value, sentence) => {
    const { textOf } = await shown({ point: figure({ value }) });
    expect(textOf('.caption')).toBe(sentence);
  });

  it('has no middle half among two groups, but all of them together', async () => {
    const { textOf } = await shown({ benchmark: { ...three, groups: three.groups.slice(0, 2), others: 0.11, band: null } });
    expect(textOf('.caption')).toBe('2 nhóm đủ lớn để nêu; cả các nhóm gộp lại: 11,0 %. Phải có 3 nhóm mới có khoảng giữa.');
  });

  it('says why nothing is told where every group would give a point away', async () => {
    const { textOf } = await shown({ benchmark: { own: null, groups: [], others: null, band: null } });
    expect(textOf('.empty')).toContain('Không có nhóm nào đủ lớn để nêu');
  });

  it('is told of with its groups as text and nothing else, each with how many points and about how many cases', async () => {
    const { panel, table } = await shown();
    expect(await table()).toEqual([
      ['Phúc Xá', '30,0 %', '', '1.000'],
      ['<b>Ba Đình</b>', '10,0 %', '6', 'khoảng 1.200 trường hợp'],
      ['Y', '12,0 %', '6', 'khoảng 1.200 trường hợp'],
      ['Z', '14,0 %', '6', 'khoảng 1.200 trường hợp'],
      ['Mọi nơi khác gộp lại', '12,0 %', '', ''],
    ]);
    expect(panel.querySelector('tbody b')).toBeNull();
  });

  it('stands beside all that the reader sees only where that is more than itself', async () => {
    const own = await shown({ benchmark: { ...three, own: figure({ value: 0.2, n: 3000 }) } });
    expect((await own.table())[1]).toEqual(['Toàn thành phố', '20,0 %', '', '3.000']);
    TestBed.resetTestingModule();
    const alone = await shown({ benchmark: { ...three, own: figure({ value: 0.3, n: 1000 }) } });
    expect((await alone.table())[1]?.[0]).toBe('<b>Ba Đình</b>');
  });

  it('is held against others in the figure that the link names', async () => {
    const { asked, textOf } = await shown({}, '/?from=2026-10-01&to=2026-11-01&against=on_time_rate');
    expect(asked).toEqual(['metric=on_time_rate&from=2026-10-01&to=2026-11-01']);
    expect(textOf('header .note')).toContain('Tỷ lệ đúng hạn');
  });
});
