import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ServiceStandard } from '@evenhand/contracts';
import { vietnamese } from '../../testing/translations';
import { RuleWords } from './rule-words';

const NO_BREAK = '\u00a0';
const standard: ServiceStandard = {
  ...{ id: 'waiting_time', label: { vi: 'Thời gian chờ', en: 'Waiting' }, promise: { vi: '', en: '' }, clock: { vi: '', en: '' } },
  citations: [],
  thresholds: [
    { id: 'minutes', label: { vi: 'Số phút chờ tối đa', en: 'Longest wait' }, unit: 'minutes', value: 20, least: 1, most: 480 },
    { id: 'share', label: { vi: 'Tỷ lệ', en: 'Share' }, unit: 'share', value: 0.05, least: 0, most: 1 },
  ],
  ...{ scope: { points: 'all', channels: 'all', fields: 'all' }, isAdopted: true, data: 'present', needs: null },
  ...{ judgedBy: 'level', metric: 'long_wait_rate', comparison: 'at_most', hasCases: true, minimumCases: 30, versions: [] },
  limits: { minutes: 20, share: 0.05 },
};

describe('the words of a standard', () => {
  let words: RuleWords;
  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    words = TestBed.inject(RuleWords);
  });

  it('name its numbers with their units, and on which side of a level a share must lie', () => {
    expect(words.inForce(standard)).toBe(`Số phút chờ tối đa: 20 phút · Tỷ lệ: ≤ 5${NO_BREAK}%`);
    expect(words.threshold(0.125, { unit: 'share' })).toBe(`12,5${NO_BREAK}%`);
  });

  it('tell a rule without numbers from one that is not in force', () => {
    expect(words.inForce({ ...standard, thresholds: [] })).toMatch(/^Mọi trường hợp/);
    expect(words.inForce({ ...standard, limits: null })).toBe('Chưa có ngưỡng nào đang áp dụng');
    expect(words.inForce({ ...standard, limits: null, isAdopted: false })).toMatch(/thành phố khác/);
  });

  it('say what share broke a level, of how many, and how sure that is', () => {
    const judged = { value: 0.1372, interval: { low: 0.135, high: 0.139 }, bounds: null, n: 97_340, breaches: 13_351 };
    expect(words.figure(standard, judged)).toBe(
      `13,7${NO_BREAK}% vượt mức; 13.351 trong 97.340 trường hợp (khoảng tin cậy 95 %: 13,5–13,9${NO_BREAK}%)`,
    );
  });

  it('say what share kept a rule that every case must keep', () => {
    const judged = { value: 0.75, interval: null, bounds: null, n: 4, breaches: 1 };
    expect(words.figure({ ...standard, comparison: null }, judged)).toBe(`75,0${NO_BREAK}% đúng quy định; 1 vi phạm trong 4 trường hợp`);
  });

  it('tell what is suppressed from what is not there', () => {
    const none = { value: null, interval: null, bounds: null, breaches: null };
    expect(words.figure(standard, { ...none, n: null })).toMatch(/^Đã ẩn/);
    expect(words.figure(standard, { ...none, n: 0 })).toBe('');
  });
});
