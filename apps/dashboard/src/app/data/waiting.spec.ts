import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { problemFrom } from './problem';
import { STOPPED, Waiting, waitWithReader } from './waiting';

function asking() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([waitWithReader])), provideHttpClientTesting()] });
  return { http: TestBed.inject(HttpClient), server: TestBed.inject(HttpTestingController), waiting: TestBed.inject(Waiting) };
}

describe('waiting', () => {
  it('lasts from the first question to the last answer', async () => {
    const { http, server, waiting } = asking();
    const answers = Promise.all([firstValueFrom(http.get('/api/points')), firstValueFrom(http.post('/api/answers', {}))]);
    const since = waiting.since();
    server.expectOne('/api/points').flush([]);
    expect([since === null, waiting.since() === null]).toEqual([false, false]);
    server.expectOne('/api/answers').flush({});
    await answers;
    expect(waiting.since()).toBeNull();
  });

  it('is given up by the reader: the request ends, and what is said of it is not that the network failed', async () => {
    const { http, server, waiting } = asking();
    const failed = firstValueFrom(http.get('/api/points')).catch(problemFrom);
    const request = server.expectOne('/api/points');
    waiting.stop();
    expect(await failed).toMatchObject({ status: STOPPED });
    expect([request.cancelled, waiting.since()]).toEqual([true, null]);
  });

  it('does not give up what changes something', async () => {
    const { http, server, waiting } = asking();
    const kept = firstValueFrom(http.post('/api/views', {}));
    waiting.stop();
    server.expectOne('/api/views').flush({ id: 'v' });
    expect(await kept).toEqual({ id: 'v' });
  });
});
