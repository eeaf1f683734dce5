import { readUnevenness } from './unevenness-choice';

describe('what the page of unevenness shows', () => {
  it('stands in the link', () => {
    const params = new URLSearchParams('metric=on_time_rate&grain=week&adjust=none&spread=gini&since=2026-03-01');
    expect(readUnevenness(params)).toEqual({ metric: 'on_time_rate', grain: 'week', adjust: 'none', spread: 'gini', since: '2026-03-01' });
  });

  it('is long waits by month, allowing for the kind of work, where the link says nothing that is known', () => {
    const usual = { metric: 'long_wait_rate', grain: 'month', adjust: 'casemix', spread: 'range', since: null };
    expect(readUnevenness(new URLSearchParams())).toEqual(usual);
    expect(readUnevenness(new URLSearchParams('metric=toString&grain=hour&adjust=fair&spread=x'))).toEqual(usual);
  });
});
