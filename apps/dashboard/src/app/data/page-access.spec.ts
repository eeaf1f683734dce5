import type { SessionState } from '@evenhand/contracts';
import { actionsOf, columnsOfAll, type Role, ROLES } from '@evenhand/domain';
import { homeOf, mayOpen } from './page-access';

const as = (...roles: readonly Role[]): SessionState => ({
  who: { id: '1', name: 'Lan', kind: 'account', hasPassword: true },
  roles: [...roles],
  actions: roles.flatMap((role) => [...actionsOf(role)]),
  columns: [...columnsOfAll(roles.map((role) => ({ role, units: [], branches: [] })))],
  ...{ isWholeCity: true, provider: null, readers: [] },
});

describe('the pages of a role', () => {
  it('begin with the one that answers its question', () => {
    expect(homeOf(as('leader'))).toBe('/city');
    expect(homeOf(as('city_manager'))).toBe('/act');
    expect(homeOf(as('auditor', 'administrator'))).toBe('/standards');
    expect(homeOf(as('administrator'))).toBe('/administration');
    expect(homeOf(as())).toBe('/not-allowed');
  });

  it('include the one they begin with', () => expect(ROLES.filter((role) => !mayOpen(as(role), homeOf(as(role))))).toEqual([]));

  it('leave out what a role may not see, whatever follows in the address', () => {
    expect(mayOpen(as('ward_manager'), '/city?from=2026-10-01')).toBe(false);
    expect(mayOpen(as('ward_manager'), '/points/00340')).toBe(true);
    expect(mayOpen(as('leader'), '/administration')).toBe(false);
  });

  it('are all there while nobody knows who asks', () => expect(mayOpen(null, '/administration')).toBe(true));
});
