import { shiftedPeriod } from './shifted-period';

const KNOWN = { firstDay: '2026-01-01', lastDay: '2026-10-30' };

describe('the period before and after', () => {
  it('of whole months is whole months', () => {
    expect(shiftedPeriod({ from: '2026-03-01', to: '2026-04-01' }, 'previous', KNOWN)).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(shiftedPeriod({ from: '2026-02-01', to: '2026-03-01' }, 'next', KNOWN)).toEqual({ from: '2026-03-01', to: '2026-04-01' });
    expect(shiftedPeriod({ from: '2026-01-01', to: '2026-04-01' }, 'next', KNOWN)).toEqual({ from: '2026-04-01', to: '2026-07-01' });
  });

  it('of any days is as many days', () =>
    expect(shiftedPeriod({ from: '2026-03-02', to: '2026-03-09' }, 'next', KNOWN)).toEqual({ from: '2026-03-09', to: '2026-03-16' }));

  it('is none where no day is known', () => {
    expect(shiftedPeriod({ from: '2026-10-01', to: '2026-11-01' }, 'next', KNOWN)).toBeNull();
    expect(shiftedPeriod({ from: '2026-01-01', to: '2026-02-01' }, 'previous', KNOWN)).toBeNull();
  });
});
