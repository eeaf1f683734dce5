import { type Dimension, InvalidQuery, type Question } from '@evenhand/domain';
import { checkQuestion, dimensionsOf } from './check-question';
import { metricNamed } from './registry/registry';

const ask = (question: Partial<Question>): Question => ({
  metrics: ['tickets'],
  by: [],
  from: '2026-03-02',
  to: '2026-03-09',
  where: [],
  exact: false,
  ...question,
});

const refusal = (question: Partial<Question>): { readonly field: string; readonly message: string } => {
  try {
    checkQuestion(ask(question));
  } catch (error) {
    if (error instanceof InvalidQuery) return { field: error.field, message: error.message };
    throw error;
  }
  return { field: '', message: 'accepted' };
};

describe('a question', () => {
  it('is told the nearest metric when it names one that does not exist', () =>
    expect(refusal({ metrics: ['long_wait'] })).toEqual({
      field: 'metrics',
      message: 'Unknown metric "long_wait". Did you mean "long_waits"?',
    }));

  it('names at least one metric', () => expect(refusal({ metrics: [] }).message).toBe('Name at least one metric, for example tickets.'));

  it('is told which dimensions a metric has', () =>
    expect(refusal({ metrics: ['dossiers_received'], by: ['half_hour'] })).toEqual({
      field: 'by',
      message:
        '"dossiers_received" knows no dimension "half_hour". Allowed: ward, branch, point, field, procedure, channel, agent, source, weekday, day, week, month.',
    }));

  it('filters by no other dimensions than it breaks down by', () =>
    expect(refusal({ metrics: ['officer_days'], where: [{ dimension: 'field', values: ['land'] }] }).field).toBe('where.field'));

  it.each<readonly [Dimension, string, string]>([
    ['weekday', '8', '"8" is no weekday; write 1 for Monday … 7 for Sunday.'],
    ['half_hour', '8:15', '"8:15" is no half-hour; write its start as HH:00 or HH:30.'],
    ['day', '02/03/2026', '"02/03/2026" is no day; write a day as YYYY-MM-DD.'],
  ])('writes the values of %s as answers do', (dimension, value, message) =>
    expect(refusal({ where: [{ dimension, values: [value] }] })).toEqual({ field: `where.${dimension}`, message }),
  );

  it('keeps something with each filter', () =>
    expect(refusal({ where: [{ dimension: 'point', values: [] }] }).message).toBe('Name at least one value to keep.'));

  it('names each dimension once', () => expect(refusal({ by: ['day', 'day'] }).message).toBe('Name each dimension once, not "day,day".'));

  it('counts a stock by one grain only', () =>
    expect(refusal({ metrics: ['dossiers_open'], by: ['day', 'month'] }).message).toContain('name one of day, week and month'));

  it('stays within the days that the engine knows', () => {
    expect(refusal({ from: '1969-12-31' }).field).toBe('from');
    expect(refusal({ to: '2200-01-01' }).field).toBe('to');
    expect(refusal({ from: '1980-01-01', to: '2100-01-01' }).message).toContain('ask for at most 36525 days');
    expect(refusal({ from: '2026-03-09', to: '2026-03-09' }).message).toContain('must be after');
  });
});

it('a ratio of two facts is broken down by what both have', () => {
  expect(dimensionsOf(metricNamed('response_rate'))).toEqual([
    'ward',
    'branch',
    'point',
    'field',
    'channel',
    'weekday',
    'half_hour',
    'day',
    'week',
    'month',
  ]);
  expect(dimensionsOf(metricNamed('counter_occupancy'))).toEqual([
    'ward',
    'branch',
    'point',
    'counter',
    'agent',
    'weekday',
    'day',
    'week',
    'month',
  ]);
});
