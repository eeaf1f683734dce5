import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CalendarYear, Problem, RegisterHistory } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { CalendarPage } from './calendar-page';

const HOLIDAY = {
  day: '2026-09-02',
  kind: 'holiday',
  note: 'Quốc khánh',
  source: 'Thông báo 9441',
  standing: 'official',
  decidedOn: null,
} as const;
const year = (origin: 'city_file' | 'edit' = 'city_file'): CalendarYear => ({
  year: 2026,
  workingDays: 260,
  entries: [{ key: '2026-09-02', content: HOLIDAY, changeId: 1, origin }],
});
const history: RegisterHistory['changes'] = [
  {
    ...{ id: 2, register: 'calendar', origin: 'edit', madeAt: '2026-09-01T01:00:00Z', madeBy: 'owner', reason: 'Thông báo', undoes: null },
    entries: [{ key: '2026-09-02', act: 'set', content: HOLIDAY }],
  },
  {
    ...{ id: 1, register: 'calendar', origin: 'city_file', madeAt: '2026-01-01T01:00:00Z', madeBy: 'city file', reason: 'x', undoes: null },
    entries: [{ key: '2026-09-02', act: 'set', content: HOLIDAY }],
  },
];

interface Opened {
  readonly page: HTMLElement;
  readonly http: HttpTestingController;
  readonly settle: () => Promise<void>;
}

/** Opens the page and answers what it asks. */
async function opened(link: string, shown = year()): Promise<Opened> {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: 'calendar', component: CalendarPage }])],
  });
  Element.prototype.scrollIntoView = () => undefined;
  const harness = await RouterTestingHarness.create();
  const http = TestBed.inject(HttpTestingController);
  const settle = async (): Promise<void> => {
    await Promise.resolve();
    harness.detectChanges();
    for (const request of http.match((asked) => asked.method === 'GET')) {
      const { url } = request.request;
      if (url === '/api/calendar') request.flush(shown);
      else if (url.endsWith('/changes')) request.flush({ changes: history });
      else if (url.startsWith('/api/registers/')) request.flush({ register: url.split('/').at(-1), entries: [] });
    }
    await new Promise((done) => setTimeout(done));
    harness.detectChanges();
  };
  await harness.navigateByUrl(link);
  await settle();
  await settle();
  return { page: harness.routeNativeElement as HTMLElement, http, settle };
}

const text = (page: HTMLElement, selector: string): string => page.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const type = (page: HTMLElement, selector: string, value: string): void => {
  const control = page.querySelector<HTMLInputElement>(selector);
  if (control === null) throw new Error(`There is no ${selector}.`);
  control.value = value;
  control.dispatchEvent(new Event(control.type === 'date' ? 'change' : 'input'));
};
const submit = (page: HTMLElement, selector: string): boolean | undefined =>
  page.querySelector(`${selector} form`)?.dispatchEvent(new Event('submit', { cancelable: true }));
const problem = (status: number, detail: string, field?: string): Problem => ({
  ...{ type: 'x', title: '', status, detail, requestId: 'r' },
  ...(field === undefined ? {} : { field }),
});

describe('the calendar page', () => {
  it('shows the year, its days in words, and what is not declared', async () => {
    const { page } = await opened('/calendar?year=2026');
    expect(text(page, 'eh-panel.year h2')).toBe('Năm 2026');
    expect(text(page, '[data-day="2026-09-02"].holiday')).toBe('2 Thứ Tư, 02/09/2026: Nghỉ lễ, tết, Quốc khánh');
    expect(text(page, '#named-days tbody tr')).toContain('Nghỉ lễ, tết · Quốc khánh');
    expect([...page.querySelectorAll('.empty')].map((one) => one.textContent)).toEqual([
      'Chưa khai báo giờ mở cửa; không tính được thời hạn theo giờ.',
      'Chưa khai báo thời hạn của thủ tục nào.',
    ]);
  });

  it('turns from month to month on a phone, and past December to the next year', async () => {
    const { page, settle } = await opened('/calendar?year=2026&month=2026-11');
    const shown = (): string => text(page, 'eh-year-grid .is-shown h3');
    const turn = async (way: 'back' | 'on'): Promise<void> => {
      page.querySelector<HTMLButtonElement>(`[data-turn=${way}]`)?.click();
      await settle();
      await settle();
    };
    expect(shown()).toBe('Tháng 11 21 ngày làm việc');
    await turn('on');
    expect([shown(), text(page, 'eh-month-pager [role=status]')]).toEqual(['Tháng 12 23 ngày làm việc', '12/2026: 23 ngày làm việc']);
    await turn('on');
    expect([shown(), TestBed.inject(Router).url]).toEqual(['Tháng 1 21 ngày làm việc', '/calendar?year=2027&month=2027-01']);
    await turn('back');
    expect(shown()).toBe('Tháng 12 23 ngày làm việc');
  });

  it('shows on a phone the month of the chosen day, unless the link names another', async () => {
    expect(text((await opened('/calendar?year=2026&day=2026-09-03')).page, '.is-shown h3')).toContain('Tháng 9');
    TestBed.resetTestingModule();
    expect(text((await opened('/calendar?year=2026')).page, '.is-shown h3')).toContain('Tháng 1 ');
  });

  it('fills the form with the day that is chosen, and keeps the day in the link', async () => {
    const { page, settle } = await opened('/calendar?year=2026');
    page.querySelector<HTMLButtonElement>('[data-day="2026-09-02"].holiday')?.click();
    await settle();
    await settle();
    expect(TestBed.inject(Router).url).toContain('day=2026-09-02');
    expect(page.querySelector<HTMLInputElement>('#day-note')?.value).toBe('Quốc khánh');
    expect(page.querySelector<HTMLInputElement>('#day-reason')?.value).toBe('');
  });

  it('sends a day with its reason and the token, and says under which number it was saved', async () => {
    const { page, http, settle } = await opened('/calendar?year=2026&day=2026-09-03');
    type(page, '#day-reason', 'Thông báo 12');
    type(page, '#day-note', 'Nghỉ thêm');
    type(page, 'eh-day-form [name=token]', 'secret');
    submit(page, 'eh-day-form');
    const put = http.expectOne({ method: 'PUT', url: '/api/calendar/days/2026-09-03' });
    expect(put.request.headers.get('authorization')).toBe('Bearer secret');
    expect(put.request.body).toEqual({
      ...{ kind: 'holiday', standing: 'official', reason: 'Thông báo 12', note: 'Nghỉ thêm', source: null, decidedOn: null },
    });
    put.flush({ change: 7, entries: [], problems: [] });
    await settle();
    await settle();
    expect(text(page, 'eh-day-form [role=status]')).toBe('Đã lưu thay đổi số 7.');
  });

  it('shows the sentence of the server at the field it is about, and asks for the token where that was refused', async () => {
    const { page, http, settle } = await opened('/calendar?year=2026&day=2026-09-03');
    const answer = async (said: Problem): Promise<void> => {
      submit(page, 'eh-day-form');
      http.expectOne({ method: 'PUT', url: '/api/calendar/days/2026-09-03' }).flush(said, { status: said.status, statusText: '' });
      await settle();
    };
    await answer(problem(400, '"reason" must not be empty.', 'reason'));
    expect(text(page, 'eh-form-field[name=reason] [role=alert]')).toBe('"reason" must not be empty.');
    await answer(problem(401, 'No token.'));
    expect(text(page, 'eh-day-form eh-owner-field [role=alert]')).toBe('Mã còn thiếu hoặc không đúng; chưa có gì thay đổi.');
    await answer(problem(503, 'The engine did not answer.'));
    expect(text(page, 'eh-day-form .end [role=alert]')).toBe('The engine did not answer.');
  });

  it('gives a day that a person decided back to the files of the city, and no other', async () => {
    const follow = (page: HTMLElement): HTMLButtonElement | null => page.querySelector('eh-day-form .end button[type=button]');
    expect(follow((await opened('/calendar?year=2026&day=2026-09-02')).page)).toBeNull();
    TestBed.resetTestingModule();
    const { page, http } = await opened('/calendar?year=2026&day=2026-09-02', year('edit'));
    follow(page)?.click();
    const { body } = http.expectOne({ method: 'POST', url: '/api/registers/calendar/changes' }).request;
    expect(body).toEqual({ reason: '', followFile: ['2026-09-02'] });
  });

  it('tells who changed what and why, and takes back what a person changed, with a reason', async () => {
    const { page, http, settle } = await opened('/calendar?year=2026');
    expect([...page.querySelectorAll('#changes li')].map((one) => one.querySelector('b')?.textContent)).toEqual([
      'Thông báo',
      'Đọc từ tệp của thành phố',
    ]);
    const undo = page.querySelectorAll<HTMLButtonElement>('#changes li > .button');
    expect(undo.length).toBe(1);
    undo[0]?.click();
    await settle();
    type(page, '#undo-reason', 'Nhầm dòng');
    submit(page, 'eh-change-history');
    const post = http.expectOne({ method: 'POST', url: '/api/registers/calendar/changes/2/undo' });
    expect(post.request.body).toEqual({ reason: 'Nhầm dòng' });
    post.flush({ change: 3, entries: [], problems: [] });
    await settle();
    expect(page.querySelector('#undo-reason')).toBeNull();
  });
});
