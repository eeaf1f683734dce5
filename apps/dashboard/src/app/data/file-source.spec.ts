import { answerFile, evidenceOf, fileAddress, fileSource } from './file-source';

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

describe('the evidence of a file', () => {
  const addressOf = (file: ReturnType<typeof evidenceOf>): string | null =>
    file === null ? null : decodeURIComponent(fileAddress(file, null, { language: 'vi', back: '/city' }));

  it('is that of its metric, with the filters of the screen', () => {
    expect(addressOf(evidenceOf(answerFile(QUESTION)))).toBe(
      '/api/exports/evidence?metric=wait_p90&from=2026-10-01&to=2026-11-01&where=field:dat-dai,ho-tich&language=vi&back=/city',
    );
  });

  it('is that of its standard, with the point of the cases', () => {
    const file = fileSource('/api/exports/standards/waiting_time/breaches', { from: '2026-10-01', to: '2026-11-01', point: 'P1' });
    expect(addressOf(evidenceOf(file))).toContain('/api/exports/standards/waiting_time/evidence?from=2026-10-01&to=2026-11-01&point=P1&');
  });

  it('is none where a file rests on several definitions', () => {
    expect(evidenceOf(answerFile({ ...QUESTION, metrics: ['tickets', 'wait_p90'] }))).toBeNull();
    expect(evidenceOf(fileSource('/api/exports/ii06', { period: '2026-Q3' }))).toBeNull();
    expect(evidenceOf(null)).toBeNull();
  });
});
