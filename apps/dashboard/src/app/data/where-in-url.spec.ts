import { filterTexts } from './rows-behind';
import { whereIn } from './where-in-url';

describe('the filters of a drill', () => {
  it.each([[['point:P1']], [['weekday:1', 'half_hour:08:30']], [['channel:']]])('come back from the link as they went in: %j', (texts) => {
    expect(filterTexts(whereIn(texts))).toEqual(texts);
  });

  it('leave out what names no dimension', () => {
    expect(whereIn(['citizen:1', 'point', ':x'])).toEqual([]);
  });
});
