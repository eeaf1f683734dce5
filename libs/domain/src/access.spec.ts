import { ACTIONS, actionsOf, actionsOfAll, columnsOfAll, type Grant, reachOf, type Role, ROLES } from './access';

const as = (...roles: readonly Role[]): Grant[] => roles.map((role) => ({ role, units: [], branches: [] }));

describe('what a role may', () => {
  it('gives nobody the machine itself', () => expect(ROLES.filter((role) => actionsOf(role).includes('machine'))).toEqual([]));

  it('lets only an administrator change who may sign in', () =>
    expect(ROLES.filter((role) => actionsOf(role).includes('administer'))).toEqual(['administrator']));

  it('shows an administrator no point and no case', () => {
    expect(reachOf('administrator')).toBe('none');
    expect(actionsOf('administrator')).not.toContain('cases');
  });

  it('lets who answers for a part of the city compare nothing but against safe groups', () => {
    for (const role of ['branch_manager', 'ward_manager'] as const) {
      expect(actionsOf(role)).toContain('benchmark');
      expect(actionsOf(role)).not.toContain('compare');
      expect(actionsOf(role)).not.toContain('data');
    }
  });

  it('adds up over several roles', () => {
    expect(actionsOfAll(as('auditor', 'administrator'))).toEqual(ACTIONS.filter((action) => action !== 'machine'));
    expect(actionsOfAll([])).toEqual([]);
  });
});

describe('the guarded columns', () => {
  it('show officers only to those who manage them', () => {
    expect(ROLES.filter((role) => columnsOfAll(as(role)).includes('staff'))).toEqual(['city_manager', 'branch_manager', 'ward_manager']);
  });

  it('[B5] are those that all roles see which see points', () => {
    expect(columnsOfAll(as('ward_manager', 'leader'))).toEqual(['dossier_codes', 'comments']);
    expect(columnsOfAll(as('ward_manager', 'wallboard'))).toEqual([]);
    expect(columnsOfAll(as('ward_manager', 'administrator'))).toContain('staff');
  });

  it('[B6] are none for nobody', () => expect(columnsOfAll([])).toEqual([]));
});
