import { compared } from '../../../testing/comparisons';
import { neighboursOf } from './neighbours';

const adjusted = (value: number) => ({ value, interval: { low: value, high: value } });
const points = [
  compared({ point: 'usual', adjusted: adjusted(0.1) }),
  compared({ point: 'worst', verdict: 'worse', flag: 'review' }),
  compared({ point: 'high', adjusted: adjusted(0.2) }),
];

it('stands between those that are more and less serious: review, then the higher of two usual shares', () => {
  expect(neighboursOf('high', { points }, 'down')).toEqual({ before: 'worst', after: 'usual', place: 2, of: 3 });
  expect(neighboursOf('worst', { points }, 'down')).toEqual({ before: null, after: 'high', place: 1, of: 3 });
  expect(neighboursOf('usual', { points }, 'down')).toMatchObject({ before: 'high', after: null });
});

it('has no neighbours where the point is not compared', () => expect(neighboursOf('other', { points }, 'down')).toBeNull());
