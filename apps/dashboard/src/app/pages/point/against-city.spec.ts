import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PointComparison } from '@evenhand/domain';
import { compared } from '../../../testing/comparisons';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { AgainstCity } from './against-city';

function comparison(): AgainstCity {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  return TestBed.inject(AgainstCity);
}

const city = figure({ value: 0.16, n: 90_000 });
/** The city does 14 % with the work of this point. */
const against = (part: Partial<PointComparison> = {}) => ({ city, compared: compared({ expected: 0.14, ...part }) });
const alone = { city, compared: null };

describe('a point against the city', () => {
  it('is called worse where the fair comparison says so, against what the city does with the same work', () => {
    const change = comparison().change(figure({ value: 0.25 }), against({ verdict: 'worse', flag: 'review' }), metric());
    expect(change).toEqual({
      tone: 'worse',
      arrow: 'solid_up',
      way: 'cao hơn',
      amount: '11,0 điểm %',
      rest: 'so với mức thành phố nếu cùng công việc 14,0\u00a0%',
    });
  });

  it('is not called worse by the chance of single cases when the comparison explains the difference', () => {
    // 1,000 cases at 16 %: beyond 19.6 % would be more than the chance of single cases.
    const change = comparison().change(figure({ value: 0.25 }), against(), metric());
    expect(change).toMatchObject({ tone: 'neutral', arrow: null, rest: expect.stringContaining('Không khác biệt rõ') });
  });

  it('is worth a look where the comparison says no more', () => {
    const change = comparison().change(figure({ value: 0.25 }), against({ verdict: 'worse', flag: 'look' }), metric());
    expect(change?.tone).toBe('watch');
  });

  it('is held against the chance of single cases while no comparison is to be had', () => {
    const words = comparison();
    expect(words.change(figure({ value: 0.25 }), alone, metric())).toMatchObject({ tone: 'worse', amount: '9,0 điểm %' });
    expect(words.change(figure({ value: 0.9, n: 12 }), alone, metric())?.rest).toContain('Ít trường hợp');
  });

  it('is not told apart while most of its data is missing', () => {
    const change = comparison().change(figure({ value: 0.2 }), against({ verdict: 'unknown', expected: null }), metric());
    expect(change).toMatchObject({ tone: 'watch', amount: '', rest: 'Dữ liệu chưa đủ, chưa kết luận; thành phố 16,0\u00a0%' });
  });

  it('says nothing about what is unknown', () => {
    expect(comparison().change(figure({ value: null, reason: 'no_data', n: 0 }), alone, metric())).toBeNull();
  });
});
