import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionState } from '@evenhand/contracts';
import { Session } from '../../data/session';
import { vietnamese } from '../../../testing/translations';
import { SignInPage } from './sign-in-page';

// jsdom has no media queries; the theme asks for them.
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

const NOBODY: SessionState = {
  ...{ who: null, roles: [], actions: [], columns: [], isWholeCity: false, provider: null, readers: [] },
};

describe('the sign-in page', () => {
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  const shown = async (state: Partial<SessionState>, inputs: Readonly<Record<string, string>> = {}): Promise<HTMLElement> => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(Session).load();
    http.expectOne('/api/session').flush({ ...NOBODY, ...state });
    await loaded;
    const fixture = TestBed.createComponent(SignInPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  };
  const textOf = (page: HTMLElement, selector: string): string => page.querySelector(selector)?.textContent?.trim() ?? '';

  it('offers readers in the simulated city only, and the provider of the city only where there is one', async () => {
    const plain = await shown({});
    expect([plain.querySelector('[data-reader]'), plain.querySelector('.provider')]).toEqual([null, null]);
    TestBed.resetTestingModule();
    const page = await shown({ readers: ['leader', 'auditor'], provider: '<b>Sổ</b>' }, { next: '/points?by=ward' });
    expect([...page.querySelectorAll<HTMLElement>('[data-reader]')].map(({ dataset }) => dataset['reader'])).toEqual(['leader', 'auditor']);
    expect(textOf(page, '.provider')).toContain('<b>Sổ</b>');
    expect(page.querySelector('.provider')?.getAttribute('href')).toBe('/api/session/provider?next=%2Fpoints%3Fby%3Dward');
  });

  it('[A7] leads to the provider with an address elsewhere only as a text that the server refuses', async () => {
    const page = await shown({ provider: 'Sổ' }, { next: '//evil.example' });
    const link = page.querySelector<HTMLAnchorElement>('.provider');
    expect([link?.host, link?.pathname]).toEqual([globalThis.location.host, '/api/session/provider']);
  });

  it.each([
    ['not-signed-in', 401, 'Tên đăng nhập hoặc mật khẩu không đúng.'],
    ['too-many-attempts', 429, 'Đã thử quá nhiều lần'],
    ['stores-unavailable', 503, 'A store of this server does not answer.'],
  ])('[A4] says of %s what the server said, and keeps no password', async (kind, status, sentence) => {
    const page = await shown({});
    for (const [name, text] of [
      ['username', 'lan'],
      ['password', 'wrong'],
    ]) {
      const field = page.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (field === null) throw new Error(`there is no field ${name}`);
      field.value = text ?? '';
      field.dispatchEvent(new Event('input'));
      TestBed.tick();
    }
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const asked = http.expectOne('/api/session');
    expect(asked.request.body).toEqual({ login: 'lan', password: 'wrong' });
    const problem = {
      type: `urn:evenhand:problem:${kind}`,
      title: '',
      status,
      detail: 'A store of this server does not answer.',
      requestId: 'r',
    };
    asked.flush(problem, { status, statusText: 'Refused' });
    await settle();
    await settle();
    expect(textOf(page, '[role="alert"]')).toContain(sentence);
    expect(page.querySelector<HTMLInputElement>('input[name="password"]')?.value).toBe('');
  });

  it.each([
    ['deactivated', 'đã ngừng hoạt động'],
    ['provider', 'chưa xác nhận được bạn'],
  ])('says why the provider brought nobody: %s', async (refused, sentence) => {
    expect(textOf(await shown({}, { refused }), '[role="alert"]')).toContain(sentence);
  });
});
