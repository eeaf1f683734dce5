import { HttpErrorResponse } from '@angular/common/http';
import { LOADING, loadableFrom, mapReady } from './loadable';

const ready = { state: 'ready', data: 7, isStale: false } as const;

describe('what is asked of the server', () => {
  it('keeps the data that stood before while new data is on its way', () => {
    expect(loadableFrom({ status: 'loading', value: undefined }, ready)).toEqual({ ...ready, isStale: true });
  });

  it('is loading when nothing stood before', () => {
    expect(loadableFrom({ status: 'loading', value: undefined }, undefined)).toBe(LOADING);
  });

  it('shows the sentence and the request id of the server', () => {
    const problem = { type: 'x', title: 'Not found', status: 404, detail: 'No point "1".', requestId: 'r-1' };
    const error = new HttpErrorResponse({ status: 404, error: problem });
    expect(loadableFrom({ status: 'error', error }, ready)).toEqual({ state: 'error', problem });
  });

  it('says status 0 when the server cannot be reached', () => {
    const error = new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') });
    expect(loadableFrom({ status: 'error', error }, undefined)).toMatchObject({ problem: { status: 0, detail: '' } });
  });

  it('sees ready data through a function and leaves the other states', () => {
    expect(mapReady(ready, (data) => data + 1)).toEqual({ ...ready, data: 8 });
    expect(mapReady(LOADING, () => 1)).toBe(LOADING);
  });
});
