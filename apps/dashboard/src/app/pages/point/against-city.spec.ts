import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
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

describe('a point against the city', () => {
  it('is called worse in words and colour only beyond chance', () => {
    // 1,000 cases at 16 %: beyond 19.6 % is more than chance.
    const change = comparison().change(figure({ value: 0.25 }), city, metric());
    expect(change).toEqual({
      tone: 'worse',
      arrow: 'solid_up',
      way: 'cao hơn',
      amount: '9,0 điểm %',
      rest: 'so với thành phố 16,0\u00a0%',
    });
  });

  it('is not told apart within chance', () => {
    const change = comparison().change(figure({ value: 0.17 }), city, metric());
    expect(change).toMatchObject({ tone: 'neutral', amount: '', rest: 'Không khác biệt rõ với thành phố (16,0\u00a0%)' });
  });

  it('is not judged on few cases', () => {
    expect(comparison().change(figure({ value: 0.9, n: 12 }), city, metric())?.rest).toContain('Ít trường hợp');
  });

  it('tells how far a ratio lies from the city and leaves open whether that is chance', () => {
    const occupancy = metric({ id: 'counter_occupancy', kind: 'ratio' });
    const change = comparison().change(figure({ value: 0.8, n: 88 }), figure({ value: 0.5 }), occupancy);
    expect(change).toMatchObject({ tone: 'neutral', arrow: 'solid_up', amount: '30,0 điểm %' });
  });

  it('is not told apart by a ratio while most of its data is missing', () => {
    const occupancy = metric({ id: 'counter_occupancy', kind: 'ratio' });
    const change = comparison().change(figure({ value: 0.2, n: 154, coverage: 0.36 }), figure({ value: 0.5 }), occupancy);
    expect(change).toMatchObject({ tone: 'watch', amount: '', rest: 'Dữ liệu chưa đủ, chưa kết luận; thành phố 50,0\u00a0%' });
  });

  it('says nothing about what is unknown', () => {
    expect(comparison().change(figure({ value: null, reason: 'no_data', n: 0 }), city, metric())).toBeNull();
  });
});
