import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Value } from '@evenhand/domain';
import { figure, metric } from '../../testing/figures';
import { vietnamese } from '../../testing/translations';
import type { CatalogMetric } from '../data/city-facts';
import type { KpiView } from './kpi-card';
import { KpiViews } from './kpi-views';

const NO_BREAK = '\u00a0';
const weeksRange = { from: '2026-05-04', to: '2026-11-01' };
const at = (value: number, half = 0.001): Value =>
  figure({ value, cases: value * 1000, interval: { low: value - half, high: value + half } });

function viewOf(now: Value, before: Value | null, rest: { metric?: CatalogMetric; response?: Value } = {}): KpiView {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const { metric: info = metric(), response = null } = rest;
  return TestBed.inject(KpiViews).of({ metric: info, now, before, weeks: null, weeksRange, response });
}

const wordsOf = ({ change }: KpiView): string => [change?.way, change?.amount, change?.rest].filter((part) => part !== '').join(' ');

describe('the words of a card', () => {
  it('say a change of a share in percentage points, and which way is better by the metric', () => {
    const view = viewOf(at(0.159), at(0.183));
    expect(wordsOf(view)).toBe('giảm 2,4 điểm % so với kỳ trước');
    expect(view.change?.tone).toBe('better');
  });

  it('call a change that rounds to nothing no change', () => {
    expect(wordsOf(viewOf(at(0.15903), at(0.159)))).toBe('Không đổi so với kỳ trước');
  });

  it('compare nothing while most of the data is missing', () => {
    expect(wordsOf(viewOf({ ...at(0.159), coverage: 0.4 }, at(0.183)))).toBe('Dữ liệu chưa đủ, chỉ mang tính tham khảo');
  });

  it('call what chance explains normal, in grey', () => {
    const view = viewOf(at(0.159, 0.02), at(0.156, 0.02));
    expect(wordsOf(view)).toBe('tăng 0,3 điểm % trong mức bình thường');
    expect(view.change?.tone).toBe('neutral');
  });

  it('say a change of a wait in minutes', () => {
    const waits = metric({ unit: 'minutes', kind: 'quantile' });
    const view = viewOf(figure({ value: 18.5, interval: { low: 18, high: 19 } }), figure({ value: 16, interval: { low: 15, high: 17 } }), {
      metric: waits,
    });
    expect(wordsOf(view)).toBe(`tăng 2,5${NO_BREAK}phút so với kỳ trước`);
    expect(view.change?.tone).toBe('worse');
  });

  it('warn where few answered instead of comparing', () => {
    const view = viewOf(at(0.87), at(0.8), { response: figure({ value: 0.064 }) });
    expect(wordsOf(view)).toBe(`Chỉ 6,4${NO_BREAK}% lượt phục vụ có đánh giá, mang tính tham khảo`);
  });

  it('say that there is nothing to compare with', () => {
    expect(wordsOf(viewOf(at(0.159), null))).toBe('Chưa có kỳ trước để so sánh');
  });

  it('give the reason where there is no figure, not a zero', () => {
    const view = viewOf(figure({ value: null, reason: 'no_data', n: 0 }), null);
    expect([view.value, view.whyNone, view.change]).toEqual([null, 'Chưa có dữ liệu', null]);
  });

  it('hold the figure against its standard, with the cases it rests on', () => {
    const view = viewOf(figure({ value: 0.159, n: 148203 }), null);
    expect([view.value, view.unit, view.target, view.basis]).toEqual(['15,9', '%', `Chuẩn ≤${NO_BREAK}5${NO_BREAK}%`, 'n 148.203']);
  });

  it('lead to the cases that a share counts where less is better, to all of them otherwise', () => {
    expect(viewOf(at(0.159), null).rows['part']).toBe('cases');
    TestBed.resetTestingModule();
    expect(viewOf(at(0.91), null, { metric: metric({ direction: 'up' }) }).rows['part']).toBe('n');
  });
});

describe('a card', () => {
  it('shows what is suppressed as hidden, what is unknown as unknown, and zero as zero', () => {
    const none = { value: null, interval: null } as const;
    const hidden = viewOf(figure({ ...none, reason: 'suppressed', n: null }), null);
    expect([hidden.value, hidden.isHidden]).toEqual([null, true]);
    expect(hidden.whyNone).toMatch(/^Đã ẩn, dưới 5/);
    TestBed.resetTestingModule();
    const unknown = viewOf(figure({ ...none, reason: 'unknown', coverage: 0.3 }), null);
    expect([unknown.value, unknown.isHidden]).toEqual([null, false]);
    expect(unknown.whyNone).toMatch(/^Chưa rõ/);
    TestBed.resetTestingModule();
    const zero = viewOf(figure({ value: 0, n: 120 }), null);
    expect([zero.value, zero.isHidden, zero.whyNone]).toEqual(['0,0', false, '']);
  });

  it('says what the figure could be had the silent feeds told, and calls nothing better that might not be', () => {
    const view = viewOf({ ...at(0.159), bounds: { low: 0.15, high: 0.2 } }, at(0.183));
    expect(view.bounds).toBe(`nếu đủ dữ liệu: 15,0–20,0${NO_BREAK}%`);
    expect(wordsOf(view)).toBe('Dữ liệu chưa đủ, chỉ mang tính tham khảo');
  });
});
