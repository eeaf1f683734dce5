import { TestBed } from '@angular/core/testing';
import type { Against } from '@evenhand/domain';
import { provideHttpClient } from '@angular/common/http';
import { figure } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import { PeerWords } from './peer-words';

const RANGE = { from: '2026-10-01', to: '2026-11-01' };
const against = (part: Partial<Against> = {}) => ({
  peers: {
    ...{ of: RANGE, now: null, range: RANGE, sameWeekdays: true, value: figure({ value: 0.12 }) },
    ...{ difference: 0.031, interval: { low: 0.01, high: 0.052 }, alike: { points: ['P2'], description: { vi: '', en: '' } } },
    ...part,
  },
});

const said = (part?: Partial<Against>, unit: 'share' | 'minutes' = 'share'): string => {
  return TestBed.inject(PeerWords)
    .pooled({ against: against(part) }, { unit })
    .replaceAll('\u00a0', ' ');
};

describe('a point against the cases of its peers', () => {
  beforeEach(() => TestBed.configureTestingModule({ imports: [vietnamese], providers: [provideHttpClient()] }));

  it('differs in percentage points, with the interval, and beyond chance where that leaves out zero', () =>
    expect(said()).toBe(
      'Gộp mọi trường hợp của nhóm: 12,0 %; điểm này cao hơn 3,1 điểm % (khoảng tin cậy 1,0 đến 5,2 điểm %), vượt mức ngẫu nhiên.',
    ));

  it('differs by chance where the interval holds zero, in the unit of the figure', () =>
    expect(said({ value: figure({ value: 12 }), difference: -1.5, interval: { low: -4, high: 1 } }, 'minutes')).toContain(
      'thấp hơn 1,5 phút (khoảng tin cậy −4,0 đến 1,0 phút), trong mức ngẫu nhiên.',
    ));

  it('says why nothing is held against one another', () => {
    expect(said({ alike: null, difference: null })).toContain('quá ít việc');
    expect(said({ value: figure({ value: null, reason: 'suppressed' }), difference: null })).toMatch(/^Chưa nêu được số gộp của nhóm: ./);
  });

  it('is level, or differs without an interval where none is known', () => {
    expect(said({ difference: 0 })).toContain('đúng bằng điểm này');
    expect(said({ interval: null })).toBe('Gộp mọi trường hợp của nhóm: 12,0 %; điểm này cao hơn 3,1 điểm %.');
  });
});
