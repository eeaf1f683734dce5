import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AccountInfo, GrantPlaces, InvitationInfo, TokenInfo } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { AdministrationPage } from './administration-page';

const HOSTILE = '<img src=x onerror=alert(1)>';
const account = (part: Partial<AccountInfo>): AccountInfo => ({
  ...{ id: '1', login: 'lan', name: 'Lan', kind: 'local', isActive: true, madeAt: '2026-10-01T01:00:00Z', madeBy: 'test' },
  grants: [{ role: 'ward_manager', units: ['00004'], branches: [] }],
  ...part,
});
const ACCOUNTS = [
  account({ name: HOSTILE }),
  account({ id: '2', login: 'minh', name: 'Minh', isActive: false, grants: [] }),
  account({ id: '3', login: 'simulated-leader', name: 'Lãnh đạo', kind: 'simulated' }),
  account({ id: '4', login: 'thu', name: 'Thu', kind: 'provider' }),
];
const PLACES: GrantPlaces = { units: [{ code: '00004', name: 'Ba Đình' }], branches: [{ code: 'B1', name: 'Chi nhánh số 1' }] };
const INVITATION: InvitationInfo = {
  ...{ id: '9', kind: 'account', name: HOSTILE, madeBy: 'test', endsAt: '2026-10-09T01:00:00Z' },
  grants: [{ role: 'leader', units: [], branches: [] }],
};
const TOKEN: TokenInfo = {
  ...{ id: '7', name: 'hall', actions: ['live'], madeAt: '2026-10-01T01:00:00Z', madeBy: 'test', endsAt: null, lastUsedAt: null },
  ...{ revokedAt: null, grants: [{ role: 'wallboard', units: [], branches: [] }] },
};
const ANSWERS: Readonly<Record<string, object>> = {
  '/api/accounts': { accounts: ACCOUNTS },
  '/api/accounts/places': PLACES,
  '/api/invitations': { invitations: [INVITATION] },
  '/api/tokens': { tokens: [TOKEN, { ...TOKEN, id: '8', name: 'old', revokedAt: '2026-10-02T01:00:00Z' }] },
};

describe('the page of administrators', () => {
  let page: HTMLElement;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) {
      TestBed.tick();
      for (const asked of http.match(({ method }) => method === 'GET')) asked.flush(ANSWERS[asked.request.url] ?? null);
      await new Promise((done) => setTimeout(done));
    }
    TestBed.tick();
  };
  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    http = TestBed.inject(HttpTestingController);
    page = TestBed.createComponent(AdministrationPage).nativeElement as HTMLElement;
    await settle();
  });

  const find = <E extends HTMLElement>(selector: string): E => {
    const found = page.querySelector<E>(selector);
    if (found === null) throw new Error(`there is no ${selector}`);
    return found;
  };
  const rowOf = (login: string): HTMLElement => {
    const rows = [...page.querySelectorAll<HTMLElement>('eh-accounts-panel tbody tr')];
    const found = rows.find((row) => [...row.querySelectorAll('td')].some((cell) => cell.textContent?.trim() === login));
    if (found === undefined) throw new Error(`there is no row of ${login} in: ${rows.map((row) => row.textContent).join(' | ')}`);
    return found;
  };
  const actsOf = (login: string): HTMLButtonElement[] => [...rowOf(login).querySelectorAll<HTMLButtonElement>('.acts button')];
  const press = async (within: HTMLElement, text: string): Promise<void> => {
    const button = [...within.querySelectorAll('button')].find((one) => one.textContent?.trim() === text);
    if (button === undefined) throw new Error(`there is no button "${text}"`);
    button.click();
    await settle();
  };
  const change = (field: HTMLInputElement, text: string): void => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    TestBed.tick();
  };

  it('lists who may sign in and what they are, names being text and nothing else', () => {
    expect(rowOf('lan').textContent).toContain(HOSTILE);
    expect(page.querySelector('img')).toBeNull();
    expect(rowOf('lan').textContent).toContain('Quản lý phường, xã (Ba Đình)');
    expect(rowOf('minh').textContent).toContain('chưa có vai trò');
  });

  it('offers to each account what can be done with it: another password to those who have one, nothing to the simulated', () => {
    expect(['lan', 'minh', 'simulated-leader', 'thu'].map((login) => actsOf(login).length)).toEqual([3, 2, 0, 2]);
  });

  it('changes roles, and what was refused is said beside the list', async () => {
    await press(rowOf('thu'), 'Đổi vai trò');
    find<HTMLInputElement>('eh-accounts-panel .editor input[value="leader"]').click();
    TestBed.tick();
    await press(find('eh-accounts-panel .editor'), 'Lưu');
    const { request } = http.expectOne('/api/accounts/4');
    expect([request.method, request.body]).toEqual([
      'PUT',
      {
        grants: [
          { role: 'ward_manager', units: ['00004'], branches: [] },
          { role: 'leader', units: [], branches: [] },
        ],
      },
    ]);
    await press(rowOf('lan'), 'Ngừng hoạt động');
    const problem = { type: 'x', title: '', status: 400, detail: 'This is the last administrator.', requestId: 'r', field: 'grants' };
    http.expectOne('/api/accounts/1').flush(problem, { status: 400, statusText: 'Bad Request' });
    await settle();
    expect(find('eh-accounts-panel [role="alert"]').textContent).toContain('This is the last administrator.');
  });

  it('shows the link of an invitation once, and asks for a name and a role first', async () => {
    const send = find<HTMLButtonElement>('#invite button[type="submit"]');
    expect(send.disabled).toBe(true);
    change(find('#invite input[name="name"]'), 'Hoa');
    find<HTMLInputElement>('#invite input[value="auditor"]').click();
    TestBed.tick();
    expect(send.disabled).toBe(false);
    send.click();
    await settle();
    const asked = http.expectOne(({ method, url }) => method === 'POST' && url === '/api/invitations');
    expect(asked.request.body).toEqual({ name: 'Hoa', grants: [{ role: 'auditor', units: [], branches: [] }] });
    asked.flush({ path: '/join#secret', endsAt: '2026-10-09T01:00:00Z' });
    await settle();
    expect(find<HTMLInputElement>('#invite-link').value).toMatch(/^http.*\/join#secret$/);
    expect(find<HTMLInputElement>('#invite input[name="name"]').value).toBe('');
  });

  it('gives a machine what its role may and no more, and shows only tokens that work', async () => {
    find<HTMLInputElement>('#token input[value="wallboard"]').click();
    TestBed.tick();
    const offered = [...page.querySelectorAll<HTMLInputElement>('#token .actions input')].map(({ value }) => value);
    expect(offered).toEqual(['look', 'live']);
    expect(find('eh-token-table').textContent).toContain('hall');
    expect(find('eh-token-table').textContent).not.toContain('old');
    await press(find('eh-token-table'), 'Hủy khóa');
    expect(http.expectOne('/api/tokens/7').request.method).toBe('DELETE');
  });
});
