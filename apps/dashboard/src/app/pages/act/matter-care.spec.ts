import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MatterCareInfo } from '@evenhand/contracts';
import { vietnamese } from '../../../testing/translations';
import { Matters } from '../../data/matters';
import { MatterCare } from './matter-care';

const CARE: MatterCareInfo = {
  ...{ cause: 'jam', point: 'P1', owner: '<b>Chi nhánh 1</b>', dueOn: '2026-11-05', daysLeft: 3 },
  ...{ offUntil: null, reason: '', by: 'An', changedAt: '2026-11-02T02:00:00Z' },
};

async function shown(cares: readonly MatterCareInfo[], mayDecide = true) {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [Matters, provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(MatterCare);
  for (const [name, value] of Object.entries({ cause: 'jam', point: 'P1', name: 'Hà Đông' })) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  const answer = async (): Promise<void> => {
    fixture.detectChanges();
    http.expectOne('/api/matters').flush({ cares, mayDecide });
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  await answer();
  return { page: fixture.nativeElement as HTMLElement, http, answer, draw: () => fixture.detectChanges() };
}
const textOf = (page: HTMLElement): string => (page.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the care for a matter', () => {
  it('says who takes care and how many working days are left, in letters that are no markup', async () => {
    const { page } = await shown([CARE], false);
    expect(textOf(page)).toBe('<b>Chi nhánh 1</b> lo · còn 3 ngày làm việc');
    expect(page.querySelector('button')).toBeNull();
  });

  it('tells what is late from what is due today', async () => {
    const { page } = await shown([{ ...CARE, daysLeft: -2 }]);
    expect([textOf(page), page.querySelector('.is-late') === null]).toEqual([expect.stringContaining('quá hạn 2 ngày làm việc'), false]);
  });

  it('is put off with a reason, and says so once the server knows', async () => {
    const { page, http, answer, draw } = await shown([]);
    page.querySelector<HTMLButtonElement>('.open')?.click();
    draw();
    const reason = page.querySelector<HTMLInputElement>('input[name="reason"]');
    if (reason) reason.value = 'Mất điện';
    reason?.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    const request = http.expectOne('/api/matters/jam/P1');
    expect([request.request.method, request.request.body]).toEqual(['PUT', { offForDays: 3, reason: 'Mất điện' }]);
    request.flush(CARE);
    await new Promise((done) => setTimeout(done));
    await answer();
    expect(page.querySelector('.forms')).toBeNull();
  });

  it('says why it was refused, and keeps the form', async () => {
    const { page, http, draw } = await shown([]);
    page.querySelector<HTMLButtonElement>('.open')?.click();
    draw();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const detail = 'must be one line of text';
    http
      .expectOne('/api/matters/jam/P1')
      .flush({ type: 'x', title: '', status: 400, detail, requestId: 'r' }, { status: 400, statusText: 'Bad' });
    await new Promise((done) => setTimeout(done));
    draw();
    expect(page.querySelector('[role=alert]')?.textContent).toContain(detail);
  });
});
