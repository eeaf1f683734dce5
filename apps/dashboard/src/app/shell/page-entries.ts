import type { IconName } from '../design/icon';

/** A page that the navigation leads to. */
export interface PageEntry {
  readonly path: string;
  readonly text: string;
  readonly icon: IconName;
}

/** The pages in the order of the navigation. */
export const PAGE_ENTRIES: readonly PageEntry[] = [
  { path: '/city', text: 'city.title', icon: 'city' },
  { path: '/unevenness', text: 'unevenness.title', icon: 'spread' },
  { path: '/points', text: 'points.title', icon: 'points' },
  { path: '/act', text: 'act.title', icon: 'act' },
  { path: '/explore', text: 'explore.title', icon: 'chart' },
  { path: '/standards', text: 'standards.title', icon: 'standards' },
  { path: '/reports', text: 'reports.title', icon: 'reports' },
  { path: '/data', text: 'data.title', icon: 'data' },
  { path: '/pipelines', text: 'pipelines.title', icon: 'flow' },
  { path: '/calendar', text: 'calendar.title', icon: 'calendar' },
  { path: '/audit', text: 'audit.title', icon: 'trail' },
  { path: '/administration', text: 'administration.title', icon: 'lock' },
  { path: '/wallboard', text: 'board.title', icon: 'screen' },
  { path: '/help', text: 'help.title', icon: 'help' },
];
