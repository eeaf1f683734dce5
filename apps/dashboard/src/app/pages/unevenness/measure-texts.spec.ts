import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CityMeasure } from '@evenhand/domain';
import { metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { MeasureTexts } from './measure-texts';

const label = (vi: string) => ({ vi, en: vi });
const measure = (part: Partial<CityMeasure> = {}): CityMeasure => ({
  ...{ value: 0.4, interval: null, byChance: null, reason: null, label: label('Hệ số Gini giữa các điểm') },
  ...part,
});

describe('figures about the whole city', () => {
  let texts: MeasureTexts;
  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    texts = TestBed.inject(MeasureTexts);
  });

  it('are told in points where shares differ, in their own unit where times do, and bare where they are indices', () => {
    expect(texts.value('range', 0.156, metric())).toBe('15,6 điểm %');
    expect(texts.value('range', 21.43, metric({ unit: 'minutes' }))).toBe('21,4\u00a0phút');
    expect(texts.value('gini', 0.401, metric())).toBe('0,40');
    expect(texts.value('explained_by_mix', 0.24, metric())).toBe('24\u00a0%');
    expect(texts.value('tenths_ratio', 2.333, metric())).toBe('2,3 lần');
    expect(texts.interval('tenths_ratio', { low: 1.1, high: 1.3 }, metric())).toBe('từ 1,1 đến 1,3 lần');
  });

  it('say from where to where, below zero too', () => {
    expect(texts.interval('explained_by_mix', { low: -0.1, high: 0.02 }, metric())).toBe('từ −10 đến 2\u00a0%');
    expect(texts.interval('range', null, metric())).toBe('–');
  });

  it('say why there is none', () => {
    expect(texts.sentence(measure({ value: null, reason: label('Quá ít điểm so sánh được.') }))).toBe('Quá ít điểm so sánh được.');
  });

  it('say how an index is read, of which the server gives the name alone', () => {
    expect(texts.meaning('gini', measure())).toBe('0 là mọi điểm như nhau; càng lớn càng chênh lệch.');
    expect(texts.meaning('gini', measure({ value: null, reason: label('Vì sao.') }))).toBe('Vì sao.');
  });

  it('leave zeros out beside an axis', () => {
    expect([0.05, 0.025].map((value) => texts.tick('range', value, metric()))).toEqual(['5 điểm %', '2,5 điểm %']);
  });
});
