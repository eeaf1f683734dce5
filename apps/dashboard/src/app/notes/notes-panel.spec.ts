import { DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { City, NoteInfo, Notes, Points } from '@evenhand/contracts';
import { vietnamese } from '../../testing/translations';
import { NotesPanel } from './notes-panel';

const label = (text: string) => ({ vi: text, en: text });
const city: City = {
  ...{ name: label('Hà Nội'), zone: 'Asia/Ho_Chi_Minh', languages: ['vi', 'en'], isSimulated: true },
  ...{ longWaitMinutes: 20, hasBoundaries: false, firstDay: '2025-11-03', lastDay: '2026-10-31' },
};
const point = {
  ...{ code: 'P1', name: 'Đống Đa', wardCode: 'U1', wardName: 'Đống Đa', wardType: 'phường', branchCode: 'B1' },
  ...{ column: 1, row: 1, validFrom: '2025-01-01', validTo: null },
};
const points: Points = { branches: [{ code: 'B1', name: 'Chi nhánh số 1' }], points: [point] };
const note = (id: string, part: Partial<NoteInfo> = {}): NoteInfo => ({
  ...{ id, place: 'point:P1', from: '2026-10-06', to: '2026-10-07', text: '<img src=x onerror=alert(1)>', by: 'An', isOwn: true },
  ...{ version: 1, writtenAt: '2026-10-06T02:00:00Z', changedAt: '2026-10-06T02:00:00Z', ...part },
});
const found: Notes = {
  notes: [note('own'), note('foreign', { isOwn: false, place: 'unit:U1', version: 2 })],
  ...{ total: 3, mayNote: ['point:P1', 'unit:U1'] },
};

let http: HttpTestingController;
let page: HTMLElement;

async function answerAll(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    TestBed.tick();
    for (const request of http.match(({ method }) => method === 'GET')) {
      const { url } = request.request;
      request.flush(
        url === '/api/city' ? city : url === '/api/points' ? points : url === '/api/notes' ? { ...found, mayNote: [...found.mayNote] } : {},
      );
    }
    await new Promise((done) => setTimeout(done));
  }
}
const textsOf = (selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
const button = (text: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === text);

function typeIn(id: string, value: string, kind: 'input' | 'change'): void {
  const control = page.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  if (control === null) throw new Error(`There is no #${id}.`);
  control.value = value;
  control.dispatchEvent(new Event(kind));
  TestBed.tick();
}

beforeEach(async () => {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: '**', children: [] }])],
      { provide: DialogRef, useValue: { close: () => undefined } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  await TestBed.inject(Router).navigateByUrl('/points/P1?notes=point:P1&from=2026-10-01&to=2026-11-01');
  const fixture = TestBed.createComponent(NotesPanel);
  page = fixture.nativeElement as HTMLElement;
  await answerAll();
});

it('lists what was noted with its days, its place and who wrote it; texts stay text', () => {
  expect(textsOf('h2')).toEqual(['Đống Đa']);
  expect(textsOf('#notes .head')).toEqual(['06/10/2026 · Đống Đa', '06/10/2026 · Toàn phường Đống Đa']);
  expect(textsOf('#notes .text')).toEqual(Array(2).fill('<img src=x onerror=alert(1)>'));
  expect(page.querySelector('img')).toBeNull();
  expect(textsOf('#notes .who')[1]).toContain('An, sửa lần cuối lúc 09:00 06/10/2026');
  expect(textsOf('#notes [data-note="foreign"] button')).toEqual([]);
  expect(textsOf('.none')).toEqual(['Còn 1 ghi chú cũ hơn; hãy chọn kỳ ngắn hơn.']);
});

it('writes a note of the days that the reader counts: the last one is part of it', async () => {
  expect(textsOf('#note-place option')).toEqual(['Đống Đa', 'Toàn phường Đống Đa']);
  typeIn('note-first', '2026-10-12', 'change');
  typeIn('note-last', '2026-10-11', 'change');
  typeIn('note-text', 'Mất điện', 'input');
  expect([textsOf('.wrong'), button('Lưu ghi chú')?.disabled]).toEqual([['Ngày cuối phải từ ngày đầu trở đi.'], true]);
  typeIn('note-last', '2026-10-13', 'change');
  button('Lưu ghi chú')?.click();
  const sent = http.expectOne('/api/notes');
  expect(sent.request.body).toEqual({ place: 'point:P1', from: '2026-10-12', to: '2026-10-14', text: 'Mất điện' });
  sent.flush(note('third'));
  await answerAll();
  expect(textsOf('[role="status"]')).toContain('Đã lưu ghi chú.');
});

it('keeps what stands in the form while the list is asked anew', async () => {
  typeIn('note-first', '2026-10-12', 'change');
  typeIn('note-last', '2026-10-14', 'change');
  typeIn('note-text', 'Mất điện', 'input');
  typeIn('notes-from', '2026-01-01', 'change');
  await answerAll();
  expect(['first', 'last', 'text'].map((part) => page.querySelector<HTMLInputElement>(`#note-${part}`)?.value)).toEqual([
    ...['12/10/2026', '14/10/2026', 'Mất điện'],
  ]);
});

it('lets the last day follow the first until somebody sets it', () => {
  const last = (): string | undefined => page.querySelector<HTMLInputElement>('#note-last')?.value;
  typeIn('note-first', '2026-10-12', 'change');
  expect(last()).toBe('12/10/2026');
  typeIn('note-last', '2026-10-12', 'change');
  typeIn('note-first', '2026-10-05', 'change');
  expect(last()).toBe('12/10/2026');
});

it('says at the field what the server refuses', async () => {
  typeIn('note-text', 'Gọi 0912345678', 'input');
  button('Lưu ghi chú')?.click();
  http
    .expectOne('/api/notes')
    .flush(
      { type: '', title: '', status: 400, detail: 'leave it out', field: 'text', requestId: 'r' },
      { status: 400, statusText: 'Bad Request' },
    );
  await answerAll();
  expect(textsOf('eh-form-field.is-wrong .wrong')).toEqual(['leave it out']);
});

it('takes an own note back and undoes that', async () => {
  button('Rút lại')?.click();
  http.expectOne('/api/notes/own').flush(note('own'));
  await answerAll();
  expect(textsOf('.undo span')).toEqual(['Đã rút lại ghi chú ngày 06/10/2026.']);
  button('Hoàn tác')?.click();
  http.expectOne('/api/notes/own/undelete').flush(note('own'));
  await answerAll();
  expect(textsOf('.undo')).toEqual([]);
});

it('changes an own note in its place in the list', async () => {
  button('Sửa')?.click();
  TestBed.tick();
  typeIn('note-text', 'Mất điện cả ngày', 'input');
  button('Lưu ghi chú')?.click();
  const sent = http.expectOne('/api/notes/own');
  expect([sent.request.method, sent.request.body]).toEqual(['PUT', { from: '2026-10-06', to: '2026-10-07', text: 'Mất điện cả ngày' }]);
  sent.flush(note('own', { text: 'Mất điện cả ngày' }));
  await answerAll();
  expect(textsOf('#notes eh-note-form')).toEqual([]);
});
