import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Downloads, nameIn, rowsIn } from './downloads';

describe('a download', () => {
  function started() {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    return { downloads: TestBed.inject(Downloads), server: TestBed.inject(HttpTestingController) };
  }

  it('says why it failed, as the server put it', async () => {
    const { downloads, server } = started();
    const over = downloads.fetch('/api/exports/answer');
    expect(downloads.download().state).toBe('running');
    const problem = { type: 'x', title: '', status: 400, detail: 'Unknown metric "x".', requestId: 'r-1' };
    const body = new Blob([]);
    body.text = () => Promise.resolve(JSON.stringify(problem));
    server.expectOne('/api/exports/answer').flush(body, { status: 400, statusText: 'Bad Request' });
    await over;
    expect(downloads.download()).toEqual({ state: 'failed', problem });
  });

  it('ends the request when it is given up', () => {
    const { downloads, server } = started();
    void downloads.fetch('/api/exports/answer');
    const request = server.expectOne('/api/exports/answer');
    downloads.cancel();
    expect([request.cancelled, downloads.download().state]).toEqual([true, 'idle']);
  });

  it('takes the name in any script, else the plain one', () => {
    expect(nameIn(`attachment; filename="20261031_x.pdf"; filename*=UTF-8''20261031_H%C3%A0-N%E1%BB%99i.pdf`)).toBe('20261031_Hà-Nội.pdf');
    expect(nameIn('attachment; filename="x.csv"')).toBe('x.csv');
    expect(nameIn(null)).toBe('evenhand');
  });

  it('knows how many of how many rows came', () => {
    expect([rowsIn('5000 of 12345'), rowsIn(null)]).toEqual([{ shown: 5000, total: 12345 }, null]);
  });
});
