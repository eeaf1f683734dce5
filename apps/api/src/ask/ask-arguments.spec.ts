import { askArguments } from './ask-arguments';

const OCTOBER = ['--from', '2026-10-01', '--to', '2026-11-01'];

describe('a question typed in a terminal', () => {
  it('reads metrics, dimensions, filters and the two switches', () => {
    const args = ['--metric', 'wait_p90,long_wait_rate', '--by', 'point,month', ...OCTOBER];
    expect(askArguments([...args, '--where', 'field=land,household', '--where=channel=direct', '--exact', '--json'])).toEqual({
      question: {
        metrics: ['wait_p90', 'long_wait_rate'],
        by: ['point', 'month'],
        from: '2026-10-01',
        to: '2026-11-01',
        where: [
          { dimension: 'field', values: ['land', 'household'] },
          { dimension: 'channel', values: ['direct'] },
        ],
        exact: true,
      },
      isJson: true,
    });
  });

  it('takes an instant or a day of the past with --as-of', () => {
    const asked = askArguments(['--metric', 'tickets', ...OCTOBER, '--as-of', '2026-10-31']);
    expect(asked?.question.asOf).toBe('2026-10-31');
  });

  it('holds figures against others with --compare, and hides what is not public with --view', () => {
    const asked = askArguments(['--metric', 'long_wait_rate', ...OCTOBER, '--compare', 'city,peers', '--view', 'public']);
    expect(asked?.question).toMatchObject({ compare: ['city', 'peers'], view: 'public' });
  });

  it('asks for what moved a figure with --diff', () => {
    const asked = askArguments(['--metric', 'tickets', ...OCTOBER, '--diff', '2026-10-05', '--page', '2']);
    expect(asked?.diff).toEqual({ then: '2026-10-05', page: 2 });
  });

  it('asks for help', () => {
    expect(askArguments(['--help'])).toBeUndefined();
  });

  it.each([
    [OCTOBER, 'Say what to ask for with --metric, for example --metric tickets,wait_p90.'],
    [['--metric', 'tickets', '--to', '2026-11-01'], 'Say --from with a day, for example --from 2026-10-01.'],
    [['--metric', 'tickets', '--form', '2026-11-01'], 'Unknown option "--form". Known: --metric, --by, --from'],
    [['--metric', 'tickets', '--from', '2026-02-30', '--to', '2026-03-01'], '"2026-02-30" is not a day'],
    [['--metric', 'tickets', '--from', '2026-03-01', '--to', '2026-03-01'], '"2026-03-01" must be after "2026-03-01"'],
    [['--metric', 'tickets', ...OCTOBER, '--by', 'citizen'], 'Unknown dimension "citizen". Known: ward, branch, point'],
    [
      ['--metric', 'tickets', ...OCTOBER, '--compare', 'plan'],
      '"plan" is nothing to compare with. Known: previous, last_year, city, peers.',
    ],
    [['--metric', 'tickets', ...OCTOBER, '--view', 'all'], '"all" is no view. Known: staff, public.'],
    [['--metric', 'tickets', ...OCTOBER, '--where', 'field'], '"field" is no filter; write it as dimension=value,value.'],
    [['--metric', 'tickets,wait_p90', ...OCTOBER, '--diff', '2026-10-05'], 'Name one metric and no dimension with --diff'],
    [['--metric', 'tickets', ...OCTOBER, '--diff', '2026-10-05', '--page', '0'], '--page must be a whole number above 0, not "0".'],
    [['--metric', 'tickets', ...OCTOBER, 'point'], 'The command cannot be read'],
    [['--metric', 'tickets', ...OCTOBER, '--json=yes'], 'The command cannot be read'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => askArguments(args)).toThrow(sentence);
  });
});
