import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { noteStaleAnswers, StaleAnswers } from './stale-answers';

const EARLY = '2026-11-02T01:00:00.000Z';
const LATE = '2026-11-02T01:05:00.000Z';

describe('answers that are not of this moment', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let stale: StaleAnswers;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([noteStaleAnswers])), provideHttpClientTesting()],
    });
    [http, server, stale] = [TestBed.inject(HttpClient), TestBed.inject(HttpTestingController), TestBed.inject(StaleAnswers)];
  });

  const hear = (url: string, body: object, headers: Record<string, string> = {}): void => {
    http.get(url).subscribe();
    server.expectOne(url).flush(body, { headers });
  };

  it('[R2] are known by the oldest of their instants', () => {
    hear('/api/comparisons?metric=tickets', {}, { 'x-stale-since': LATE });
    expect(stale.since()).toBe(LATE);
    hear('/api/answers', { answers: { a: { answer: {}, staleSince: EARLY }, b: { answer: {} }, c: { problem: {} } } });
    expect(stale.since()).toBe(EARLY);
  });

  it('are over when the same is answered anew, or another page is opened', () => {
    hear('/api/comparisons?metric=tickets', {}, { 'x-stale-since': LATE });
    hear('/api/comparisons?metric=wait_p90', {});
    expect(stale.since()).toBeNull();
    hear('/api/answers', { answers: { a: { answer: {}, staleSince: EARLY } } });
    stale.forget();
    expect(stale.since()).toBeNull();
  });
});
