import type { ServiceStandard } from '@evenhand/contracts';
import { changedLimits, draftFrom } from './rule-draft';

const label = { vi: 'x', en: 'x' };
const standard: Pick<ServiceStandard, 'thresholds' | 'limits'> = {
  thresholds: [
    { id: 'minutes', label, unit: 'minutes', value: 20, least: 1, most: 480 },
    { id: 'share', label, unit: 'share', value: 0.05, least: 0, most: 1 },
  ],
  limits: { minutes: 15, share: 0.07 },
};

describe('the draft of a change', () => {
  it('begins with the numbers in force, shares in percent', () => {
    expect(draftFrom(standard, '2026-12-01')).toEqual({
      ...{ values: { minutes: '15', share: '7' }, effectiveFrom: '2026-12-01', reason: '', isRetroactive: false },
    });
    expect(draftFrom({ ...standard, limits: null }, '2026-12-01').values).toEqual({ minutes: '20', share: '5' });
  });

  it('changes only what differs: 5,5 % is 0.055, an empty field nothing', () => {
    expect(changedLimits(standard, { values: { minutes: '15', share: '5.5' } })).toEqual({ share: 0.055 });
    expect(changedLimits(standard, { values: { minutes: '', share: '7' } })).toEqual({});
    expect(changedLimits(standard, { values: { minutes: '10', share: 'x' } })).toEqual({ minutes: 10 });
  });
});
