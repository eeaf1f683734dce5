import { GUARDED_COLUMNS, type GuardedColumn } from './scope';

/** What somebody is in the city; one account may be several. */
export const ROLES = ['leader', 'city_manager', 'branch_manager', 'ward_manager', 'auditor', 'administrator', 'wallboard'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done. Every route of the API asks for one of them. */
export const ACTIONS = [
  'look',
  'keep',
  'live',
  'figures',
  'cases',
  'export',
  'annotate',
  'benchmark',
  'compare',
  'own_data',
  'data',
  'audit',
  'set_rules',
  'operate',
  'monitor',
  'administer',
  'machine',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a machine may be allowed: to ask, never to change. */
export const TOKEN_ACTIONS = [
  'look',
  'live',
  'figures',
  'cases',
  'export',
  'benchmark',
  'compare',
  'own_data',
  'data',
  'monitor',
] as const satisfies readonly Action[];

/** The fewest characters of a password: fewer can be guessed. */
export const SHORTEST_PASSWORD = 12;

/** A role and, for those who answer for a part of the city, which part: its units and its branches. */
export interface Grant {
  readonly role: Role;
  /** Codes of wards and communes. */
  readonly units: readonly string[];
  /** Codes of branches. */
  readonly branches: readonly string[];
}

const OWN_PART: readonly Action[] = ['look', 'keep', 'live', 'figures', 'cases', 'export', 'annotate', 'benchmark', 'own_data'];
const WHOLE_CITY: readonly Action[] = [...OWN_PART, 'compare', 'data'];

/** Handing work to the machine itself is nobody's role: it takes the token in the data folder. */
const ACTIONS_OF: Readonly<Record<Role, readonly Action[]>> = {
  leader: WHOLE_CITY,
  city_manager: [...WHOLE_CITY, 'set_rules', 'operate', 'monitor'],
  branch_manager: OWN_PART,
  ward_manager: OWN_PART,
  auditor: [...WHOLE_CITY, 'audit', 'monitor'],
  administrator: ['look', 'keep', 'own_data', 'data', 'audit', 'set_rules', 'operate', 'monitor', 'administer'],
  wallboard: ['look', 'live'],
};

/** What a role may do. */
export const actionsOf = (role: Role): readonly Action[] => ACTIONS_OF[role];

/** What somebody with these grants may do: whatever one of the roles may. */
export const actionsOfAll = (grants: readonly Grant[]): readonly Action[] =>
  ACTIONS.filter((action) => grants.some(({ role }) => ACTIONS_OF[role].includes(action)));

/** Which points a role sees: all, those of its units and branches, or the lines of all without any case. */
const REACH_OF: Readonly<Record<Role, 'all' | 'part' | 'none'>> = {
  leader: 'all',
  city_manager: 'all',
  auditor: 'all',
  wallboard: 'all',
  branch_manager: 'part',
  ward_manager: 'part',
  administrator: 'none',
};

/** Which points a role sees. */
export const reachOf = (role: Role): 'all' | 'part' | 'none' => REACH_OF[role];

// Officers are known by pseudonym, and only to those who manage them.
const COLUMNS_OF: Readonly<Record<Role, readonly GuardedColumn[]>> = {
  leader: ['dossier_codes', 'comments'],
  city_manager: GUARDED_COLUMNS,
  branch_manager: GUARDED_COLUMNS,
  ward_manager: GUARDED_COLUMNS,
  auditor: ['dossier_codes', 'comments'],
  administrator: [],
  wallboard: [],
};

/**
 * The guarded columns that somebody with these grants sees: those that all roles see which see points at all, so that a second
 * role never shows more of the points of the first.
 */
export function columnsOfAll(grants: readonly Grant[]): readonly GuardedColumn[] {
  const seeing = grants.filter(({ role }) => REACH_OF[role] !== 'none');
  return seeing.length === 0 ? [] : GUARDED_COLUMNS.filter((column) => seeing.every(({ role }) => COLUMNS_OF[role].includes(column)));
}
