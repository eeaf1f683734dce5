import { type Question, type Scope, wholeCity } from '@evenhand/domain';
import { param, sql } from '@evenhand/warehouse';
import { checkQuestion } from '../check-question';
import { coverageOf } from '../coverage';
import { knownAt } from '../facts/known';
import { city } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import { compile } from './compile';
import { partsOf } from './part';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

const someone: Scope = { points: ['P1', 'P2'] };

const ask = (metric: string, question: Partial<Question> = {}): Question => ({
  metrics: [metric],
  by: [],
  from: '2026-03-02',
  to: '2026-03-09',
  where: [],
  exact: false,
  ...question,
});

const statementsOf = (question: Question, scope: Scope = wholeCity) =>
  partsOf(
    { question, readsBins: true },
    checkQuestion(question).map(({ computation }) => computation),
  ).map((part) => compile({ part, question, scope, city, known: knownAt(question.asOf) }));

const pretty = async (text: string): Promise<string> => {
  const [row] = await test.warehouse.rows<{ text: string }>(sql`SELECT formatQuery(${param('String', text)}) AS text`);
  return row?.text ?? '';
};

describe('the statement', () => {
  it.each<readonly [string, Question]>([
    ['reads counts of tickets from the rollup', ask('tickets')],
    ['counts a share of the rollup by point', ask('long_wait_rate', { by: ['point'] })],
    ['counts a share of the raw rows, people still waiting included', ask('long_wait_rate', { exact: true })],
    ['reads percentiles off the bins of the rollup', ask('wait_p90', { by: ['week'] })],
    ['sorts the raw rows for an exact percentile', ask('wait_p90', { exact: true })],
    ['follows everybody in line, called or not, in the raw rows', ask('offered_long_wait_rate', { exact: true })],
    ['finds a quantile of waits that not everybody saw end', ask('offered_wait_median', { exact: true })],
    ['reads both kinds of bins from the rollup', ask('offered_long_wait_rate', { by: ['point'] })],
    ['takes half-hours of a queue from the rollup as they are', ask('crowded_share', { by: ['half_hour'] })],
    ['adds tickets up to half-hours of a queue when asked exactly', ask('crowded_share', { exact: true })],
    ['cuts the day into half-hours', ask('wait_mean', { by: ['weekday', 'half_hour'] })],
    ['looks wards up as of the day', ask('tickets', { by: ['ward'] })],
    ['reads only the points of a branch', ask('tickets', { where: [{ dimension: 'branch', values: ['B1'] }] })],
    ['follows dossiers by their due day', ask('on_time_rate')],
    ['counts a stock at the end of the range', ask('dossiers_overdue')],
    ['counts a stock at the end of every bucket', ask('dossiers_overdue', { by: ['point', 'day'] })],
    ['counts a stock with what was settled before it', ask('portal_on_time_rate', { by: ['week'] })],
    ['counts working days from one array of the calendar', ask('dossiers_at_risk')],
    ['takes what is left over for the cases of a share', ask('first_time_right_rate')],
    ['adds up officer-days without counting anybody twice', ask('officer_days', { by: ['point'] })],
    ['has one part for each fact of a ratio', ask('counter_occupancy', { by: ['counter'] })],
  ])('%s', async (_name, question) => {
    const texts = await Promise.all(statementsOf(question, someone).map((statement) => pretty(statement.render().text)));
    expect(texts.join('\n\n')).toMatchSnapshot();
  });

  it('expects every point on every working day that is known', async () => {
    const statement = coverageOf(['ticket'], {
      question: ask('tickets', { by: ['branch', 'week'] }),
      scope: wholeCity,
      city,
      known: knownAt(undefined),
    });
    expect(await pretty(statement.render().text)).toMatchSnapshot();
  });

  it('[Q1] binds filter values instead of writing them into the text', () => {
    const evil = "x') OR 1=1 --";
    const where = [{ dimension: 'field', values: [evil] }] as const;
    const [statement] = statementsOf(ask('tickets', { where }), { points: [evil] });
    const { text, values } = statement?.render() ?? { text: evil, values: {} };
    expect(text).not.toContain('1=1');
    expect(Object.values(values)).toEqual(['2026-03-02', '2026-03-09', [evil], [evil]]);
  });

  it('is the same for the same question, and one for all metrics of a table', () => {
    const question = ask('tickets', { metrics: ['tickets', 'wait_p90', 'long_wait_rate'], by: ['point'] });
    expect(statementsOf(question)).toEqual(statementsOf(question));
    expect(statementsOf(question)).toHaveLength(1);
  });
});
