import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionState } from '@evenhand/contracts';
import { Session } from '../../data/session';
import { vietnamese } from '../../../testing/translations';
import { AccountPage } from './account-page';

const state = (hasPassword: boolean): SessionState => ({
  who: { id: '1', name: '<img src=x>', kind: 'account', hasPassword },
  ...{ roles: ['ward_manager'], actions: [], columns: [], isWholeCity: false, provider: null, readers: [] },
});
const settled = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
};

async function shown(hasPassword: boolean) {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush(state(hasPassword));
  await loaded;
  const fixture = TestBed.createComponent(AccountPage);
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const type = (name: string, text: string): void => {
    const field = page.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field === null) throw new Error(`there is no field ${name}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const send = async (): Promise<void> => {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settled();
  };
  return { page, http, type, send };
}
const textOf = (page: HTMLElement, selector: string): string => page.querySelector(selector)?.textContent?.trim() ?? '';

describe('the own account', () => {
  it('says who one is, names being text and nothing else', async () => {
    const { page } = await shown(true);
    expect(page.querySelector('.page-about')?.textContent).toContain('<img src=x> – Quản lý phường, xã');
    expect(page.querySelector('img')).toBeNull();
  });

  it('offers no other password to who signs in elsewhere', async () => {
    const { page } = await shown(false);
    expect([page.querySelector('form'), textOf(page, '.hint')]).toEqual([null, expect.stringContaining('không có gì để đổi')]);
  });

  it('sends the password so far and the one to come, and forgets both', async () => {
    const { page, http, type, send } = await shown(true);
    type('current-password', 'mật khẩu cũ');
    type('new-password', 'một câu chỉ mình tôi biết');
    await send();
    const asked = http.expectOne('/api/session/password');
    const { method, body } = asked.request;
    expect([method, body]).toEqual(['PUT', { current: 'mật khẩu cũ', password: 'một câu chỉ mình tôi biết' }]);
    asked.flush(null);
    await settled();
    expect([...page.querySelectorAll('input')].map(({ value }) => value)).toEqual(['', '']);
  });

  it.each([
    [{ status: 400, field: 'current' }, 'Mật khẩu hiện tại không đúng.'],
    [{ status: 400, field: 'password' }, 'Hãy chọn mật khẩu khác'],
    [{ status: 429 }, 'Đã thử quá nhiều lần'],
  ])('says why it was refused: %j', async (problem, sentence) => {
    const { page, http, type, send } = await shown(true);
    type('current-password', 'x');
    await send();
    const full = { type: 'x', title: '', detail: 'Refused.', requestId: 'r', ...problem };
    http.expectOne('/api/session/password').flush(full, { status: problem.status, statusText: 'Refused' });
    await settled();
    expect(textOf(page, '.trouble')).toContain(sentence);
    expect(page.querySelector<HTMLInputElement>('input[name="current-password"]')?.value).toBe('');
  });

  it('says that the other sessions have ended', async () => {
    const { page, http, send } = await shown(true);
    await send();
    http.expectOne('/api/session/password').flush(null);
    await settled();
    expect(textOf(page, '.done')).toContain('Các phiên đăng nhập khác');
  });
});
