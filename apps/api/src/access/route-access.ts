import type { Action } from '@evenhand/domain';

/**
 * What a route asks for: an action that the role of the asker must have; anybody who is signed in; everyone; or credentials of
 * its own that no account has.
 */
export type RouteAccess = Action | 'signed in' | 'everyone' | 'own credentials';

/**
 * Every route of the API. One that is missing here is open to nobody, and a test says so. What decides is not the text of the
 * address but the route that takes it.
 */
export const ROUTE_ACCESS: Readonly<Record<string, RouteAccess>> = {
  'GET /api/health/live': 'everyone',
  'GET /api/health/ready': 'everyone',
  'GET /api/health/data': 'data',
  'GET /api/metrics': 'monitor',
  'GET /api/openapi.json': 'everyone',

  'GET /api/session': 'everyone',
  'POST /api/session': 'everyone',
  'DELETE /api/session': 'everyone',
  'PUT /api/session/password': 'signed in',
  'POST /api/session/simulated': 'everyone',
  'GET /api/session/provider': 'everyone',
  'GET /api/session/provider/return': 'everyone',
  'POST /api/invitations/look': 'everyone',
  'POST /api/invitations/accept': 'everyone',

  'GET /api/accounts': 'administer',
  'GET /api/accounts/places': 'administer',
  'PUT /api/accounts/:id': 'administer',
  'POST /api/accounts/:id/password-link': 'administer',
  'GET /api/invitations': 'administer',
  'POST /api/invitations': 'administer',
  'DELETE /api/invitations/:id': 'administer',
  'GET /api/tokens': 'administer',
  'POST /api/tokens': 'administer',
  'DELETE /api/tokens/:id': 'administer',

  'GET /api/city': 'look',
  'GET /api/catalog': 'look',
  'GET /api/points': 'look',
  'GET /api/boundaries': 'look',
  'GET /api/calendar': 'look',
  'GET /api/live': 'live',
  'GET /api/wallboard': 'live',
  'GET /api/points/:code/hours': 'look',
  'GET /api/points/:code/feeds': 'figures',

  'GET /api/answer': 'figures',
  'POST /api/answers': 'figures',
  'POST /api/tasks/answers': 'figures',
  'GET /api/tasks/:id': 'figures',
  'DELETE /api/tasks/:id': 'figures',
  'GET /api/explain': 'figures',
  'GET /api/diff': 'cases',
  'GET /api/rows': 'cases',
  'GET /api/rows/export': 'export',
  'GET /api/dossiers/:code/timeline': 'cases',

  'GET /api/exports/answer': 'export',
  'GET /api/exports/evidence': 'export',
  'GET /api/exports/standards/:id/evidence': 'export',
  'GET /api/exports/ii06': 'export',
  'GET /api/exports/quarterly': 'export',
  'GET /api/exports/index-766': 'export',
  'GET /api/exports/standards/:id/verdicts': 'export',
  'GET /api/exports/standards/:id/breaches': 'export',
  'GET /api/exports/dossiers/:code/timeline': 'export',

  'GET /api/benchmark': 'benchmark',
  'GET /api/comparisons': 'compare',
  'GET /api/unevenness': 'compare',
  'GET /api/changes': 'compare',
  'GET /api/trend': 'figures',
  'GET /api/wait-ends': 'figures',

  'GET /api/standards': 'figures',
  'GET /api/standards/:id': 'figures',
  'GET /api/standards/:id/verdicts': 'figures',
  'GET /api/standards/:id/breaches': 'cases',
  'GET /api/points/:code/standards': 'figures',
  'PUT /api/standards/:id': 'set_rules',
  'GET /api/standards/:id/preview': 'set_rules',
  'GET /api/standards/:id/volume': 'set_rules',
  'GET /api/scores/index-766': 'figures',
  'GET /api/scores/index-766/rows': 'cases',
  'GET /api/scores/quarterly': 'figures',
  'GET /api/reports/ii06': 'figures',
  'GET /api/reports/ii06/rows': 'cases',

  'GET /api/views': 'look',
  'POST /api/views': 'keep',
  'PUT /api/views/home': 'keep',
  'PUT /api/views/:id': 'keep',
  'DELETE /api/views/:id': 'keep',
  'POST /api/views/:id/undelete': 'keep',
  'GET /api/views/:id/history': 'keep',
  'POST /api/views/:id/restore': 'keep',

  'GET /api/matters': 'figures',
  'PUT /api/matters/:cause/:point': 'annotate',

  'GET /api/notes': 'figures',
  'POST /api/notes': 'annotate',
  'PUT /api/notes/:id': 'annotate',
  'DELETE /api/notes/:id': 'annotate',
  'POST /api/notes/:id/undelete': 'annotate',

  'GET /api/audit': 'audit',
  'GET /api/audit/export': 'audit',
  'POST /api/audit/check': 'audit',

  'GET /api/registers/:register': 'data',
  'GET /api/registers/:register/changes': 'data',
  'POST /api/registers/:register/changes': 'set_rules',
  'POST /api/registers/:register/import': 'set_rules',
  'POST /api/registers/:register/changes/:change/undo': 'set_rules',
  'PUT /api/calendar/days/:day': 'set_rules',
  'GET /api/deadlines/findings': 'data',

  'GET /api/feeds': 'own_data',
  'GET /api/feeds/days': 'own_data',
  'GET /api/incidents': 'own_data',
  'POST /api/incidents/:id/accept': 'operate',
  'GET /api/reconciliation': 'own_data',
  'GET /api/findings': 'own_data',
  'GET /api/findings/rows': 'cases',
  'GET /api/quarantine': 'own_data',
  'GET /api/quarantine/counts': 'own_data',
  'GET /api/quarantine/export': 'own_data',
  'POST /api/quarantine/replay': 'operate',
  'GET /api/runs': 'data',
  'GET /api/runs/:id': 'data',
  'GET /api/runs/:id/events': 'data',
  'POST /api/runs/:id/retry': 'operate',
  'GET /api/schedules': 'data',
  'POST /api/schedules/:source': 'operate',

  'POST /api/loads': 'machine',
  'POST /api/commands': 'machine',
  'POST /api/national-sync': 'own credentials',
  'POST /api/queue-events/:source': 'own credentials',
};

/** How a route is named in {@link ROUTE_ACCESS}; what only asks for the head of an answer asks for the answer. */
export const routeName = (method: string, path: string): string => `${method === 'HEAD' ? 'GET' : method} ${path}`;
