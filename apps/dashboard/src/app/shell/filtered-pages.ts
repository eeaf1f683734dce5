/** Pages whose content no filter narrows, or that have a period of their own: a control without effect would mislead. */
const WITHOUT: readonly string[] = [
  'account',
  'administration',
  'audit',
  'calendar',
  'dossiers',
  'help',
  'not-allowed',
  'pipelines',
  'reports',
];

/** Whether part of the city, period, field and channel say something of the page of an address. */
export const isFiltered = (path: string): boolean => !WITHOUT.includes(/^\/?([\w-]*)/.exec(path)?.[1] ?? '');
