import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { convertToParamMap, provideRouter } from '@angular/router';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { ExploreCaption } from './explore-caption';
import { exploreChoice } from './explore-choice';

const row = (name: string, value: number | null, n = 1000) => ({
  key: name,
  name,
  where: `point:${name}`,
  figure: figure({ value, n, reason: value === null ? 'no_data' : null }),
});
const choice = exploreChoice(convertToParamMap({}), metric());
const whole = { isFirstPartial: false, isLastPartial: false };

describe('what was found, in a sentence', () => {
  let caption: ExploreCaption;
  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
    });
    caption = TestBed.inject(ExploreCaption);
  });

  it('names the highest and the lowest, and how many are not known', () => {
    const found = caption.ofRows([row('Ba Đình', 0.2), row('Đống Đa', 0.1), row('Yên Sở', null)], choice);
    expect(found).toMatch(/cao nhất ở Ba Đình \(20,0.%\), thấp nhất ở Đống Đa \(10,0.%\)\. 1 dòng chưa có số\./);
  });

  it('calls nothing the lowest that rests on a few cases', () => {
    expect(caption.ofRows([row('Ba Đình', 0.2), row('Yên Bài', 0, 6), row('Đống Đa', 0.1)], choice)).toContain('thấp nhất ở Đống Đa');
  });

  it('leaves out buckets that are cut at either end', () => {
    const weeks = [row('w1', 0.01), row('w2', 0.1), row('w3', 0.3), row('w4', 0.02)];
    expect(caption.overTime(weeks, choice, { isFirstPartial: true, isLastPartial: true })).toMatch(/từ 10,0.% \(w2\) đến 30,0.% \(w3\)/);
    expect(caption.overTime(weeks, choice, whole)).toMatch(/từ 1,0.% \(w1\) đến 2,0.% \(w4\)/);
  });
});
