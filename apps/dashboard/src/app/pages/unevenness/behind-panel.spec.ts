import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { UnevennessAnswer } from '@evenhand/contracts';
import type { CityMeasure, Day, UnevennessMeasure, UnevennessPeriod } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { BehindPanel } from './behind-panel';

const nothing = { vi: '', en: '' };
const measure = (value: number): CityMeasure => ({ value, interval: null, byChance: null, reason: null, label: nothing });
const measures = (spread: number) => ({ real_spread: measure(spread) }) as Readonly<Record<UnevennessMeasure, CityMeasure>>;

const period = (part: Partial<UnevennessPeriod> = {}): UnevennessPeriod => ({
  range: { from: '2026-10-01', to: '2026-11-01' },
  city: figure(),
  points: 20,
  unknown: ['U'],
  tooFew: [],
  low: null,
  high: null,
  measures: measures(0.1),
  worstTenth: ['<img src=x>', 'B'],
  ...part,
});

function shown(whole: UnevennessPeriod, since: Day | null = null): HTMLElement {
  TestBed.configureTestingModule({
    imports: [vietnamese],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const series = [period({ worstTenth: ['B'] })];
  const change = since === null ? null : { day: since, change: measure(0), label: nothing };
  const answer = { metric: 'm', adjust: 'casemix', grain: 'month', whole, series, since: change, notes: [] };
  const load = { state: 'ready', data: answer as UnevennessAnswer, isStale: false } as const;
  const fixture = TestBed.createComponent(BehindPanel);
  fixture.componentRef.setInput('load', load);
  fixture.componentRef.setInput('series', load);
  // What the city is asked for stays unanswered: names are then codes.
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

const said = (panel: HTMLElement, selector: string): string[] =>
  [...panel.querySelectorAll(selector)].map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');

describe('the points behind', () => {
  it('are named as plain text, with how often they were behind', () => {
    const panel = shown(period());
    expect(said(panel, 'tbody .name')).toEqual(['B', '<img src=x>']);
    expect(said(panel, 'tbody td.number')).toEqual(['1 trong 1 kỳ', '0 trong 1 kỳ']);
    expect(panel.querySelector('img')).toBeNull();
  });

  it('are held against the chosen month, where there is one', () => {
    const panel = shown(period(), '2026-10-01');
    expect(said(panel, 'thead th:last-child')[0]).toContain('So với 10/2026');
    expect(said(panel, 'tbody .state')).toEqual(['không đổi', 'mới vào nhóm']);
    expect(said(panel, 'tbody .is-late')).toEqual(['mới vào nhóm']);
  });

  it('are held against nothing where no month is chosen', () => {
    expect(said(shown(period()), 'tbody .state')).toEqual([]);
  });

  it('stand apart from those of whom nothing is known', () => {
    const panel = shown(period());
    expect([said(panel, '.unknown strong'), said(panel, '.unknown a')]).toEqual([['1 điểm chưa biết vì thiếu dữ liệu:'], ['U']]);
  });

  it('are none where points do not differ beyond chance', () => {
    const panel = shown(period({ measures: measures(0) }));
    expect(said(panel, 'tbody tr')).toEqual([]);
    expect(panel.textContent).toContain('không điểm nào ở phía sau');
  });
});
