import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type Answer, type Question, toColumns } from '@evenhand/domain';
import { figure } from '../../testing/figures';
import { pageAnswers } from './page-answers';
import { noteStaleAnswers, StaleAnswers } from './stale-answers';

const EARLY = '2026-11-02T01:00:00.000Z';
const question: Question = { metrics: ['wait_p90'], by: ['point'], where: [], exact: false, from: '2026-10-01', to: '2026-11-01' };
const problem = { type: 'x', title: '', status: 503, detail: 'The engine did not answer.', requestId: 'r-7' };
const answer: Answer = {
  question,
  rows: [
    { key: { point: 'P1' }, values: { wait_p90: figure({ value: 0.1 + 0.2, interval: { low: 0.25, high: 1 / 3 } }) } },
    { key: { point: 'P2' }, values: { wait_p90: figure({ value: null, reason: 'suppressed', n: null }) } },
    { key: { point: null }, values: { wait_p90: figure({ value: 0, n: 0 }) } },
  ],
};

async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

const pointsCome = async (): Promise<void> => {
  TestBed.inject(HttpTestingController).expectOne('/api/points').flush({ branches: [], points: [] });
  await settled();
};

async function asked(slots: object) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([noteStaleAnswers])), provideHttpClientTesting()],
  });
  const page = TestBed.runInInjectionContext(() => pageAnswers(() => ({ points: question, hours: question, none: null })));
  TestBed.tick();
  const call = TestBed.inject(HttpTestingController).expectOne('/api/answers');
  call.flush({ answers: slots });
  await settled();
  return { page, request: call.request };
}

describe('the answers of a page', () => {
  it('are asked for by column, and are there as they are by row', async () => {
    const { page, request } = await asked({ points: { columns: JSON.parse(JSON.stringify(toColumns(answer))) as object } });
    expect(request.headers.get('accept')).toBe('application/vnd.evenhand.columns+json, application/json;q=0.9');
    expect(request.body).toEqual({ questions: { points: question, hours: question } });
    // Without the points there would be figures of nobody knows whom.
    expect(page.of('points')).toEqual({ state: 'loading' });
    await pointsCome();
    expect(page.of('points')).toEqual({ state: 'ready', data: answer, isStale: false });
    expect(page.of('none')).toEqual({ state: 'ready', data: null, isStale: false });
  });

  it('[R2] stand each for themselves: one is of an earlier moment, one by row, and one refused', async () => {
    const { page } = await asked({
      points: { columns: toColumns(answer), staleSince: EARLY },
      hours: { problem },
      rows: { answer },
    });
    await pointsCome();
    expect(page.of('points')).toEqual({ state: 'ready', data: answer, isStale: false });
    expect(page.of('hours')).toEqual({ state: 'error', problem });
    expect(page.of('rows')).toEqual({ state: 'ready', data: answer, isStale: false });
    expect(TestBed.inject(StaleAnswers).since()).toBe(EARLY);
  });
});
