import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { vietnamese } from '../../testing/translations';
import type { Loadable } from '../data/loadable';
import { Panel } from './panel';
import type { TableTwin } from './twin-table';

interface Inputs {
  readonly load?: Loadable<unknown>;
  readonly empty?: string;
  readonly twin?: TableTwin;
}

async function shown(inputs: Inputs): Promise<HTMLElement> {
  TestBed.configureTestingModule({ imports: [vietnamese], providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(Panel);
  fixture.componentRef.setInput('heading', 'Giờ nào tắc?');
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  // The facts of the city never arrive here, so the page is never quite stable: a few turns are enough.
  for (let turn = 0; turn < 4; turn += 1) {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
  }
  return fixture.nativeElement as HTMLElement;
}

const ready: Loadable<unknown> = { state: 'ready', data: 1, isStale: false };
const twin: TableTwin = { columns: [{ text: 'Giờ' }, { text: 'T2', isNumber: true }], rows: [['08:00', '15']] };

describe('a panel', () => {
  it('shows a skeleton and says it is busy while its data is on the way', async () => {
    const panel = await shown({ load: { state: 'loading' } });
    expect(panel.querySelector('.skeleton')?.textContent).toBe('Đang tải…');
    expect(panel.getAttribute('aria-busy')).toBe('true');
  });

  it('[R2] says what went wrong, offers to try again and gives the request id', async () => {
    const problem = { type: 'x', title: '', status: 503, detail: 'The engine did not answer.', requestId: 'r-7' };
    const panel = await shown({ load: { state: 'error', problem } });
    expect(panel.querySelector('[role=alert]')?.textContent).toContain('The engine did not answer.');
    expect(panel.querySelector('code')?.textContent).toBe('r-7');
    expect(panel.querySelector('[role=alert] button')?.textContent).toBe('Thử lại');
  });

  it('says why it is empty', async () => {
    const panel = await shown({ load: ready, empty: 'Không có dữ liệu trong kỳ.', twin });
    expect(panel.querySelector('.empty')?.textContent).toBe('Không có dữ liệu trong kỳ.');
    expect(panel.querySelector('.twin')).toBeNull();
  });

  it('turns its drawing into a table of the same numbers and back', async () => {
    const panel = await shown({ load: ready, twin });
    const button = panel.querySelector<HTMLButtonElement>('.twin');
    button?.click();
    await new Promise((done) => setTimeout(done));
    expect([...panel.querySelectorAll('tbody th, tbody td')].map((cell) => cell.textContent?.trim())).toEqual(['08:00', '15']);
    expect(button?.getAttribute('aria-pressed')).toBe('true');
  });
});
