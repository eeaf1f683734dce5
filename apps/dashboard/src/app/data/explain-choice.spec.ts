import { convertToParamMap } from '@angular/router';
import { explainedIn, filtersOfExplained } from './explain-choice';
import { NO_CHOICE } from './filter-choice';

const choice = { ...NO_CHOICE, branch: 'B1', field: 'land' };
const dimensions = ['point', 'branch', 'field', 'weekday'];

describe('the figure that a link explains', () => {
  it('is read with its own filters; a link without a metric explains nothing', () => {
    const params = convertToParamMap({ explain: 'wait_p90', explain_where: ['point:P1', 'weekday:2'] });
    expect(explainedIn(params)).toEqual({
      metric: 'wait_p90',
      where: [
        { dimension: 'point', values: ['P1'] },
        { dimension: 'weekday', values: ['2'] },
      ],
    });
    expect(explainedIn(convertToParamMap({ explain_where: 'point:P1' }))).toBeNull();
  });

  it('of the city keeps the filters of the top bar that its metric knows', () => {
    expect(filtersOfExplained({ metric: 'wait_p90', where: [] }, choice, ['branch'])).toEqual([{ dimension: 'branch', values: ['B1'] }]);
  });

  it('of a point leaves the chosen branch out, in which the point may not lie', () => {
    const where = [{ dimension: 'point', values: ['P1'] }] as const;
    expect(filtersOfExplained({ metric: 'wait_p90', where }, choice, dimensions)).toEqual([
      { dimension: 'field', values: ['land'] },
      { dimension: 'point', values: ['P1'] },
    ]);
  });

  it('takes its own value where the top bar has another', () => {
    const where = [{ dimension: 'field', values: ['household'] }] as const;
    expect(filtersOfExplained({ metric: 'wait_p90', where }, { ...NO_CHOICE, field: 'land' }, dimensions)).toEqual(where);
  });
});
