import type { SessionState } from '@evenhand/contracts';
import type { Action, Role } from '@evenhand/domain';

/** What a page asks for first; a page that is not here asks for nothing that somebody who is signed in may not have. */
const PAGE_ACTIONS: Readonly<Record<string, Action>> = {
  city: 'compare',
  unevenness: 'compare',
  points: 'figures',
  act: 'figures',
  explore: 'figures',
  standards: 'figures',
  reports: 'figures',
  rows: 'cases',
  dossiers: 'cases',
  data: 'own_data',
  pipelines: 'data',
  calendar: 'data',
  audit: 'audit',
  administration: 'administer',
  wallboard: 'live',
};

const HOMES: readonly (readonly [Role, string])[] = [
  ['leader', '/city'],
  ['city_manager', '/act'],
  ['auditor', '/standards'],
  ['branch_manager', '/act'],
  ['ward_manager', '/act'],
  ['administrator', '/administration'],
  ['wallboard', '/wallboard'],
];

/** What the page of an address asks for; `null` for nothing. */
export const actionOfPage = (url: string): Action | null => PAGE_ACTIONS[/^\/?([\w-]*)/.exec(url)?.[1] ?? ''] ?? null;

/** Whether somebody may open the page of an address. */
export function mayOpen(state: SessionState | null, url: string): boolean {
  const action = actionOfPage(url);
  return state === null || action === null || state.actions.includes(action);
}

/** Where somebody begins: the page that answers the question of their role. */
export const homeOf = (state: SessionState | null): string =>
  state === null ? '/city' : (HOMES.find(([role]) => state.roles.includes(role))?.[1] ?? '/not-allowed');
