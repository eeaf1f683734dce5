import { figure } from '../../testing/figures';
import { controlMarks } from './control-marks';

const range = { from: '2026-09-07', to: '2026-09-28' };
const week = (from: string, value: number, verdict: 'better' | 'lower' | null = null, isTrial = false) => ({
  range: { from, to: from },
  value: figure({ value }),
  ...{ centre: 0.2, limits: { low: 0.1, high: 0.3 }, signal: null, verdict, label: null, isTrial },
});

describe('the marks of a control chart', () => {
  it('tell which way the last week is special, and whether the standard will be met', () => {
    const assurance = { verdict: 'fails' as const, label: { vi: '', en: '' } };
    expect(controlMarks({ series: [week('2026-09-14', 0.21), week('2026-09-21', 0.12, 'better')], assurance }, range)).toEqual({
      ...{ variation: 'better', isUp: false, assurance: 'fails' },
    });
  });

  it('look at the last whole week', () => {
    const series = [week('2026-09-14', 0.21), week('2026-09-21', 0.05, 'better')];
    expect(controlMarks({ series, assurance: null }, { ...range, to: '2026-09-23' })).toMatchObject({ variation: 'usual', isUp: true });
  });

  it('call no direction better where none is', () =>
    expect(controlMarks({ series: [week('2026-09-14', 0.1, 'lower')], assurance: null }, range)?.variation).toBe('moved'));

  it('say nothing while limits are a first guess', () =>
    expect(controlMarks({ series: [week('2026-09-14', 0.1, null, true)], assurance: null }, range)).toBeNull());
});
