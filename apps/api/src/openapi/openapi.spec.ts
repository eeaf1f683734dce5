import { metricsPage } from '../docs/metrics-page';
import { writtenDocuments } from '../docs/written-documents';

interface Node {
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Fields of objects that no description explains, with the way to them. */
const unexplained = (value: unknown, way = '#'): string[] => {
  if (!isNode(value)) return [];
  const fields = isNode(value['properties']) ? Object.entries(value['properties']) : [];
  const bare = fields.filter(([, field]) => isNode(field) && typeof field['description'] !== 'string').map(([name]) => `${way}.${name}`);
  return [...bare, ...Object.entries(value).flatMap(([name, inner]) => unexplained(inner, `${way}/${name}`))];
};

/** The names of all fields that a body may have, of what it refers to as well. */
const namesIn = (value: unknown, schemas: Readonly<Record<string, unknown>>): string[] => {
  if (!isNode(value)) return [];
  const named = typeof value['$ref'] === 'string' ? namesIn(schemas[value['$ref'].split('/').at(-1) ?? ''], schemas) : [];
  const fields = isNode(value['properties']) ? Object.keys(value['properties']) : [];
  return [...named, ...fields, ...Object.values(value).flatMap((inner) => namesIn(inner, schemas))];
};

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly parameters: readonly { name: string; description?: string }[]; readonly requestBody?: unknown }>>
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

describe('the written documents', () => {
  let document: Document;
  let metrics = '';
  beforeAll(async () => {
    const written = await writtenDocuments();
    document = JSON.parse(written['docs/openapi.json'] ?? '') as Document;
    metrics = written['docs/metrics.md'] ?? '';
  });

  it('list every route', () => {
    const routes = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(routes.toSorted()).toEqual([
      'delete /api/invitations/{id}',
      'delete /api/notes/{id}',
      'delete /api/session',
      'delete /api/tasks/{id}',
      'delete /api/tokens/{id}',
      'delete /api/views/{id}',
      'get /api/accounts',
      'get /api/accounts/places',
      'get /api/answer',
      'get /api/audit',
      'get /api/audit/export',
      'get /api/benchmark',
      'get /api/boundaries',
      'get /api/calendar',
      'get /api/catalog',
      'get /api/changes',
      'get /api/city',
      'get /api/comparisons',
      'get /api/deadlines/findings',
      'get /api/diff',
      'get /api/dossiers/{code}/timeline',
      'get /api/explain',
      'get /api/exports/answer',
      'get /api/exports/dossiers/{code}/timeline',
      'get /api/exports/evidence',
      'get /api/exports/ii06',
      'get /api/exports/index-766',
      'get /api/exports/quarterly',
      'get /api/exports/standards/{id}/breaches',
      'get /api/exports/standards/{id}/evidence',
      'get /api/exports/standards/{id}/verdicts',
      'get /api/feeds',
      'get /api/feeds/days',
      'get /api/findings',
      'get /api/findings/rows',
      'get /api/health/data',
      'get /api/health/live',
      'get /api/health/ready',
      'get /api/incidents',
      'get /api/invitations',
      'get /api/live',
      'get /api/matters',
      'get /api/metrics',
      'get /api/notes',
      'get /api/openapi.json',
      'get /api/points',
      'get /api/points/{code}/feeds',
      'get /api/points/{code}/hours',
      'get /api/points/{code}/standards',
      'get /api/quarantine',
      'get /api/quarantine/counts',
      'get /api/quarantine/export',
      'get /api/reconciliation',
      'get /api/registers/{register}',
      'get /api/registers/{register}/changes',
      'get /api/reports/ii06',
      'get /api/reports/ii06/rows',
      'get /api/rows',
      'get /api/rows/export',
      'get /api/runs',
      'get /api/runs/{id}',
      'get /api/runs/{id}/events',
      'get /api/schedules',
      'get /api/scores/index-766',
      'get /api/scores/index-766/rows',
      'get /api/scores/quarterly',
      'get /api/session',
      'get /api/session/provider',
      'get /api/session/provider/return',
      'get /api/standards',
      'get /api/standards/{id}',
      'get /api/standards/{id}/breaches',
      'get /api/standards/{id}/preview',
      'get /api/standards/{id}/verdicts',
      'get /api/standards/{id}/volume',
      'get /api/tasks/{id}',
      'get /api/tokens',
      'get /api/trend',
      'get /api/unevenness',
      'get /api/views',
      'get /api/views/{id}/history',
      'get /api/wait-ends',
      'get /api/wallboard',
      'post /api/accounts/{id}/password-link',
      'post /api/answers',
      'post /api/audit/check',
      'post /api/commands',
      'post /api/incidents/{id}/accept',
      'post /api/invitations',
      'post /api/invitations/accept',
      'post /api/invitations/look',
      'post /api/loads',
      'post /api/national-sync',
      'post /api/notes',
      'post /api/notes/{id}/undelete',
      'post /api/quarantine/replay',
      'post /api/queue-events/{source}',
      'post /api/registers/{register}/changes',
      'post /api/registers/{register}/changes/{change}/undo',
      'post /api/registers/{register}/import',
      'post /api/runs/{id}/retry',
      'post /api/schedules/{source}',
      'post /api/session',
      'post /api/session/simulated',
      'post /api/tasks/answers',
      'post /api/tokens',
      'post /api/views',
      'post /api/views/{id}/restore',
      'post /api/views/{id}/undelete',
      'put /api/accounts/{id}',
      'put /api/calendar/days/{day}',
      'put /api/matters/{cause}/{point}',
      'put /api/notes/{id}',
      'put /api/session/password',
      'put /api/standards/{id}',
      'put /api/views/home',
      'put /api/views/{id}',
    ]);
  });

  it('explain every field of every schema', () => {
    expect(unexplained(document)).toEqual([]);
  });

  it('explain every parameter', () => {
    const parameters = Object.values(document.paths).flatMap((methods) => Object.values(methods).flatMap((route) => route.parameters));
    expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['metrics', 'where', 'part', 'id']));
    expect(parameters.filter(({ description }) => !description)).toEqual([]);
  });

  it('[F2] know no route that takes an address of elsewhere', () => {
    const taken = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters, requestBody }) => [
        ...parameters.map(({ name }) => name),
        ...namesIn(requestBody, document.components.schemas),
      ]),
    );
    expect(taken.length).toBeGreaterThan(200);
    expect(taken.filter((name) => /ur[il]$|href|host|callback|webhook|endpoint|proxy|server/i.test(name))).toEqual([]);
  });

  it('refer only to schemas they hold', () => {
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference);
    expect(named).toContain('#/components/schemas/Question');
    expect(named.filter((reference) => !(reference.replace('#/components/schemas/', '') in document.components.schemas))).toEqual([]);
  });

  it('describe each metric in both languages', () => {
    expect(metrics).toContain('`long_wait_rate`, version');
    expect(metrics).toContain('`long_wait_rate`, phiên bản');
    expect(metrics).toBe(metrics.normalize('NFC'));
  });

  it('say in which way a figure differs from those that are taken for it', () => {
    expect(metrics).toContain('- Differs from `on_time_rate`: Overdue dossiers are not counted until they are closed');
    expect(metrics).toContain('- Khác với `on_time_rate`: Hồ sơ quá hạn còn để đó không được tính cho đến khi đóng');
  });

  it('leave out what a metric does not have', () => {
    const text = { vi: 'a', en: 'b' };
    const plain = { label: text, description: text, formula: text, standard: null, source: null, dimensions: ['day'] } as const;
    const page = metricsPage([{ id: 'tickets', unit: 'count', kind: 'count', direction: 'none', version: 1, ...plain }]);
    expect(page).not.toContain('Standard:');
    expect(page).toContain('- By: Day');
  });
});
