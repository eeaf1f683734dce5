import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
}

/** As much of the document of the routes as is needed to ask them. */
export interface RouteDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters: readonly Parameter[] }>>>>;
}

/** What each parameter is when somebody means well; by route where a name means several things. */
const HARMLESS: Readonly<Record<string, string>> = {
  ...{ metrics: 'tickets', metric: 'long_wait_rate', from: '2026-10-01', to: '2026-11-01', since: '2026-07-01', then: '2026-11-02' },
  ...{ id: 'waiting_time', code: 'P1', register: 'calendar', source: 'queue', entity: 'ticket', point: 'P1', unit: 'all', part: 'n' },
  ...{
    view: 'staff',
    language: 'vi',
    format: 'csv',
    back: '/city',
    grain: 'month',
    secret: 'x',
    cell: 'received',
    finding: 'x',
    field: '',
  },
};
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/quarterly/, '2026-Q3'],
  [/ii06|index-766/, '2026-10'],
];
/** Streams that end with what they are about, and ways out of the product. */
const NOT_ASKED = /\/events$|\/session\/provider/;

/** A request in which one parameter is hostile. */
interface HostileRequest {
  readonly route: string;
  readonly parameter: string;
  readonly path: string;
}

const harmless = (route: string, name: string): string | undefined =>
  name === 'period' ? PERIODS.find(([pattern]) => pattern.test(route))?.[1] : HARMLESS[name];

function pathWith(route: string, parameters: readonly Parameter[], hostile: { readonly name: string; readonly value: string }): string {
  const valueOf = (name: string): string => (name === hostile.name ? hostile.value : (harmless(route, name) ?? ''));
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueOf(name)));
  const query = parameters
    .filter(
      ({ in: place, name }) => place === 'query' && (name === hostile.name || ['metrics', 'metric', 'from', 'to', 'period'].includes(name)),
    )
    .map(({ name }) => `${name}=${encodeURIComponent(valueOf(name))}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Every parameter of every route that shows something, once for each of the values. */
export function hostileRequests({ paths }: RouteDocument, values: readonly string[]): readonly HostileRequest[] {
  return Object.entries(paths)
    .filter(([route]) => !NOT_ASKED.test(route))
    .flatMap(([route, { get }]) =>
      (get?.parameters ?? []).flatMap(({ name }) =>
        values.map((value) => ({ route, parameter: name, path: pathWith(route, get?.parameters ?? [], { name, value }) })),
      ),
    );
}

/** Somebody on this machine who hears whoever reaches out. */
export async function startListener(): Promise<{ readonly url: string; readonly heard: readonly string[]; readonly stop: () => void }> {
  const heard: string[] = [];
  const server: Server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end('a\n1\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`, heard, stop: () => void server.close() };
}
