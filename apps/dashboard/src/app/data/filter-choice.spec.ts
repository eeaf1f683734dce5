import { filtersFor, filtersIgnored, NO_CHOICE, readChoice, refusedPeriod, writeChoice } from './filter-choice';

const paramsOf = (text: string): URLSearchParams => new URLSearchParams(text);
const inUrl = (choice: ReturnType<typeof readChoice>): string =>
  new URLSearchParams(Object.entries(writeChoice(choice)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();

describe('the choice of the top bar', () => {
  it.each(['', 'from=2026-10-01&to=2026-11-01', 'from=2026-10-01&to=2026-11-01&branch=CN01&field=HT&channel=direct', 'branch=CN01'])(
    'comes back from the query string as it went in: "%s"',
    (url) => {
      expect(inUrl(readChoice(paramsOf(url)))).toBe(url);
    },
  );

  it('takes the default period when the one in the link is none, and says which it refused', () => {
    const params = paramsOf('from=2026-13-01&to=2026-11-01');
    expect(readChoice(params).range).toBeNull();
    expect(refusedPeriod(params)).toBe('2026-13-01 – 2026-11-01');
  });

  it('refuses a period that ends before it begins', () => {
    expect(refusedPeriod(paramsOf('from=2026-11-01&to=2026-10-01'))).toBe('2026-11-01 – 2026-10-01');
  });

  it('refuses nothing when the link names no period', () => {
    expect(refusedPeriod(paramsOf('branch=CN01'))).toBeNull();
  });

  it('filters a metric by the dimensions it knows and names the others', () => {
    const choice = { ...NO_CHOICE, branch: 'CN01', channel: 'online' };
    expect(filtersFor(choice, ['point', 'branch'])).toEqual([{ dimension: 'branch', values: ['CN01'] }]);
    expect(filtersIgnored(choice, ['point', 'branch'])).toEqual(['channel']);
  });
});
