import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { City, StandardPage, StandardPreview } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { RuleEditor } from './rule-editor';

const label = (text: string) => ({ vi: text, en: text });
const city: City = {
  ...{ name: label('Hà Nội'), zone: 'Asia/Ho_Chi_Minh', languages: ['vi', 'en'], isSimulated: true },
  ...{ longWaitMinutes: 20, hasBoundaries: false, firstDay: '2025-11-03', lastDay: '2026-10-31' },
};
const standard: StandardPage = {
  ...{ id: 'waiting_time', label: label('Chờ'), promise: label('Không chờ lâu'), clock: label('Từ lúc lấy số'), citations: [] },
  thresholds: [
    { id: 'minutes', label: label('Số phút'), unit: 'minutes', value: 20, least: 1, most: 480 },
    { id: 'share', label: label('Tỷ lệ'), unit: 'share', value: 0.05, least: 0, most: 1 },
  ],
  ...{ scope: { points: 'all', channels: 'all', fields: 'all' }, isAdopted: true, data: 'present', needs: null, judgedBy: 'level' },
  ...{ metric: 'long_wait_rate', comparison: 'at_most', hasCases: true, minimumCases: 30, versions: [] },
  ...{ limits: { minutes: 20, share: 0.05 }, examples: [] },
};
type Judged = NonNullable<StandardPreview['city']>['before'];
const judged = (state: Judged['state']): Judged => ({
  ...{ state, reason: null, value: 0.1, interval: null, bounds: null },
  ...{ n: 100, breaches: 10 },
});
const preview: StandardPreview = {
  ...{ standard: 'waiting_time', from: '2026-10-01', to: '2026-11-01', effectiveFrom: '2099-01-01', limits: { minutes: 30, share: 0.05 } },
  city: { point: null, before: judged('fail'), after: judged('fail'), throughout: judged('too_close') },
  points: 126,
  moved: [{ point: '<img src=x onerror=alert(1)>', before: judged('fail'), after: judged('fail'), throughout: judged('pass') }],
};

let http: HttpTestingController;
let page: HTMLElement;

async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    TestBed.tick();
    for (const request of http.match('/api/city')) request.flush(city);
    await new Promise((done) => setTimeout(done));
  }
}
const textsOf = (selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

function typeIn(id: string, value: string, kind: 'input' | 'change' = 'input'): void {
  const control = page.querySelector<HTMLInputElement>(`#${id}`);
  if (control === null) throw new Error(`There is no #${id}.`);
  control.value = value;
  control.dispatchEvent(new Event(kind));
  TestBed.tick();
}
const look = async (): Promise<void> => {
  page.querySelector('form')?.dispatchEvent(new Event('submit'));
  await settled();
};
const previewed = () => http.expectOne(({ url }) => url === '/api/standards/waiting_time/preview');
const setButton = (): HTMLButtonElement | null => page.querySelector('#confirm button');

beforeEach(async () => {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
  });
  http = TestBed.inject(HttpTestingController);
  await TestBed.inject(Router).navigateByUrl('/standards/waiting_time?from=2026-10-01&to=2026-11-01');
  const fixture = TestBed.createComponent(RuleEditor);
  fixture.componentRef.setInput('standard', standard);
  page = fixture.nativeElement as HTMLElement;
  await settled();
  typeIn('effective-from', '2099-01-01', 'change');
});

it('looks at nothing while no number differs, and at the month that is shown once one does', async () => {
  expect(page.querySelector<HTMLButtonElement>('form button[type="submit"]')?.disabled).toBe(true);
  typeIn('limit-minutes', '30');
  await look();
  const { params } = previewed().request;
  expect(['from', 'to', 'effectiveFrom', 'limits'].map((name) => params.getAll(name)?.join())).toEqual([
    '2026-10-01',
    '2026-11-01',
    '2099-01-01',
    'minutes:30',
  ]);
});

it('counts what other numbers would find over the last 90 days, beside what those of today find', async () => {
  typeIn('limit-minutes', '30');
  await new Promise((done) => setTimeout(done, 500));
  await settled();
  const asked = http.match(({ url }) => url === '/api/standards/waiting_time/volume').filter(({ cancelled }) => !cancelled);
  const { params } = asked.at(-1)?.request ?? {};
  expect(['from', 'to', 'limits'].map((name) => params?.get(name))).toEqual(['2026-08-03', '2026-11-01', 'minutes:30']);
  const found = (breaches: number, failing: number) => ({ limits: {}, cases: 1000, breaches, points: 126, failing });
  asked.at(-1)?.flush({ standard: 'waiting_time', entity: 'ticket', inForce: found(160, 48), proposed: found(90, 12) });
  await settled();
  expect(textsOf('eh-rule-volume p')).toEqual([
    'Trong 90 ngày gần nhất (03/08 – 31/10/2026):',
    'theo ngưỡng hiện nay: 160 trong 1.000 phiếu số thứ tự không đạt; 48 trong 126 điểm không đạt.',
    'với các số vừa nhập: 90 trong 1.000 phiếu số thứ tự không đạt; 12 trong 126 điểm không đạt.',
  ]);
});

it('says which verdicts would move, at once and had the numbers held all month; names stay text', async () => {
  typeIn('limit-minutes', '30');
  await look();
  previewed().flush(preview);
  await settled();
  expect(textsOf('eh-rule-preview p')).toEqual([
    'Thay đổi này không làm kết luận nào của tháng 10/2026 khác đi.',
    'Nếu ngưỡng này áp dụng suốt tháng 10/2026, 1 trong 126 điểm có kết luận khác.',
  ]);
  expect(textsOf('eh-rule-preview tbody th')).toEqual(['Toàn thành phố', '<img src=x onerror=alert(1)>']);
  expect(page.querySelector('img')).toBeNull();
});

it('sets what was looked at, with a reason, and nothing that changed since', async () => {
  typeIn('limit-share', '7.5');
  await look();
  previewed().flush(preview);
  await settled();
  expect(setButton()?.disabled).toBe(true);
  typeIn('change-reason', 'Thông báo 12');
  expect(setButton()?.disabled).toBe(false);
  typeIn('limit-share', '8');
  expect([setButton(), textsOf('#confirm')]).toEqual([null, ['Có số đã đổi sau khi xem trước; hãy xem trước lại.']]);
  typeIn('limit-share', '7.5');
  setButton()?.click();
  const sent = http.expectOne('/api/standards/waiting_time');
  expect([sent.request.method, sent.request.body]).toEqual([
    'PUT',
    { effectiveFrom: '2099-01-01', limits: { share: 0.075 }, reason: 'Thông báo 12', isRetroactive: false },
  ]);
  sent.flush({});
  await settled();
  expect(textsOf('.done')).toEqual(['Đã đặt từ 01/01/2099. Những ngày trước đó giữ ngưỡng của mình.']);
});

it('says at its field what is refused, and asks whether days that have passed are meant', async () => {
  expect(page.querySelector('#retroactive')).toBeNull();
  typeIn('effective-from', '2026-10-05', 'change');
  typeIn('limit-minutes', '900');
  expect(page.querySelector('#retroactive')).not.toBeNull();
  await look();
  const refusal = { type: '', title: '', status: 400, detail: 'must lie between 1 and 480', field: 'limits.minutes', requestId: 'r' };
  previewed().flush(refusal, { status: 400, statusText: 'Bad Request' });
  await settled();
  expect(textsOf('eh-form-field.is-wrong .wrong')).toEqual(['must lie between 1 and 480']);
  expect(page.querySelector('#confirm')).toBeNull();
});
