import type { Question } from '@evenhand/domain';
import { merged } from './merged-questions';

const question = (metric: string, part: Partial<Question> = {}): Question => ({
  metrics: [metric],
  by: [],
  from: '2026-10-01',
  to: '2026-11-01',
  where: [{ dimension: 'point', values: ['P1'] }],
  exact: false,
  ...part,
});

describe('merged', () => {
  it('asks for metrics that share period, filters and breakdown in one question', () => {
    const { questions, placeOf } = merged({ a: question('wait_p90'), b: question('long_wait_rate'), c: question('ratings') });
    expect(Object.values(questions)).toEqual([question('wait_p90', { metrics: ['wait_p90', 'long_wait_rate', 'ratings'] })]);
    expect([placeOf('a'), placeOf('b')]).toEqual(['a', 'a']);
  });

  it('keeps apart what differs in filters, period or breakdown', () => {
    const { questions } = merged({
      a: question('wait_p90'),
      b: question('wait_p90', { where: [] }),
      c: question('wait_p90', { from: '2026-09-01', to: '2026-10-01' }),
      d: question('wait_p90', { by: ['week'] }),
    });
    expect(Object.keys(questions)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('asks the same metric once', () => {
    expect(merged({ a: question('tickets'), b: question('tickets') }).questions).toEqual({ a: question('tickets') });
  });

  it('asks twice where one question would ask for more than 20 metrics', () => {
    const wanted = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`q${index}`, question(`m${index}`)]));
    const { questions, placeOf } = merged({ ...wanted, again: question('m22') });
    expect(Object.values(questions).map((one) => one?.metrics.length)).toEqual([20, 3]);
    expect([placeOf('q19'), placeOf('q20'), placeOf('again')]).toEqual(['q0', 'q20', 'q20']);
  });

  it('leaves out what cannot be asked', () => {
    const { questions, placeOf } = merged({ a: null, b: question('tickets') });
    expect(questions).toEqual({ b: question('tickets') });
    expect(placeOf('a')).toBeNull();
  });
});
