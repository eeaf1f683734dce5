import { answerFile, fileAddress, fileSource } from './file-source';

const QUESTION = {
  ...{ metrics: ['wait_p90'], by: ['point'], from: '2026-10-01', to: '2026-11-01', exact: false },
  where: [{ dimension: 'field', values: ['dat-dai', 'ho-tich'] }],
} as const;

describe('the address of a file', () => {
  it('asks the question of the screen, in its language, and leads back to it', () => {
    const address = new URL(fileAddress(answerFile(QUESTION), 'pdf', { language: 'en', back: '/points?from=2026-10-01' }), 'http://x');
    expect(address.pathname).toBe('/api/exports/answer');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      ...{ metrics: 'wait_p90', by: 'point', from: '2026-10-01', to: '2026-11-01', where: 'field:dat-dai,ho-tich' },
      ...{ format: 'pdf', language: 'en', back: '/points?from=2026-10-01' },
    });
  });

  it('repeats a parameter that has several values, and names the head of cases by the language', () => {
    const source = fileSource('/api/rows/export', { metric: 'tickets', where: ['point:P1', 'field:f'] });
    const query = new URL(fileAddress(source, 'csv', { language: 'vi', back: '/rows' }), 'http://x').searchParams;
    expect([query.getAll('where'), query.get('head')]).toEqual([['point:P1', 'field:f'], 'vi']);
  });
});
