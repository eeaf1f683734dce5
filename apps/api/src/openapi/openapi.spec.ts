import { startServer, type StartedServer } from '../testing/started-server';

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

describe('the OpenAPI document', () => {
  let server: StartedServer;
  let document: Node;
  beforeAll(async () => {
    server = await startServer();
    document = (await (await server.get('/api/openapi.json')).json()) as Node;
  });
  afterAll(() => server.stop());

  it('lists every route', () => {
    const paths = document['paths'] as Record<string, Record<string, unknown>>;
    expect(
      Object.entries(paths)
        .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
        .toSorted(),
    ).toEqual([
      'GET /api/answer',
      'GET /api/catalog',
      'GET /api/city',
      'GET /api/health/data',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/openapi.json',
      'GET /api/points',
      'GET /api/rows',
      'GET /api/runs',
      'GET /api/runs/{id}',
      'POST /api/answers',
      'POST /api/loads',
    ]);
  });

  it('explains every field of every schema', () => {
    expect(unexplained(document)).toEqual([]);
  });

  it('explains every parameter', () => {
    const paths = document['paths'] as Record<string, Record<string, { parameters: { name: string; description?: string }[] }>>;
    const parameters = Object.values(paths).flatMap((methods) => Object.values(methods).flatMap((route) => route.parameters));
    expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['metrics', 'where', 'part', 'id']));
    expect(parameters.filter(({ description }) => !description)).toEqual([]);
  });

  it('refers only to schemas it holds', () => {
    const text = JSON.stringify(document);
    const { schemas } = document['components'] as { schemas: Record<string, unknown> };
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(named).toContain('Answer');
    expect(named.filter((name) => !(String(name) in schemas))).toEqual([]);
    expect(text).not.toContain('#/definitions/');
  });
});
