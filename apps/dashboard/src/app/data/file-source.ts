import type { ExportFormat } from '@evenhand/contracts';
import type { Question } from '@evenhand/domain';
import { filterTexts } from './rows-behind';

/** Where the server makes a file of what is shown, and in which formats. */
export interface FileSource {
  readonly path: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly formats: readonly ExportFormat[];
}

const EVERY: readonly ExportFormat[] = ['csv', 'xlsx', 'pdf'];

/** Figures that answer a question, as a file. */
export const answerFile = ({ metrics, by, from, to, where, compare }: Question): FileSource => ({
  path: '/api/exports/answer',
  params: {
    metrics: metrics.join(','),
    ...(by.length === 0 ? {} : { by: by.join(',') }),
    ...{ from, to, where: filterTexts(where) },
    ...(compare === undefined || compare.length === 0 ? {} : { compare: compare.join(',') }),
  },
  formats: EVERY,
});

/** Anything else that leaves as a file. */
export const fileSource = (path: string, params: FileSource['params'], formats: readonly ExportFormat[] = EVERY): FileSource => ({
  path,
  params,
  formats,
});

/** A form that the law asks for, in the frame of an official document. */
export const formFile = (report: 'ii06' | 'quarterly' | 'index-766', params: FileSource['params']): FileSource =>
  fileSource(`/api/exports/${report}`, { ...params, official: 'true' }, ['pdf', 'xlsx']);

const STANDARD = /^\/api\/exports\/standards\/[^/]+\/(?:verdicts|breaches)$/;

/**
 * Where the server packs everything that proves what a file shows: of one metric, with the filters of the file, or of a standard.
 * `null` for what rests on no single definition.
 */
export function evidenceOf(file: FileSource | null): FileSource | null {
  if (file === null) return null;
  const { path, params } = file;
  const kept = (...names: readonly string[]): FileSource['params'] =>
    Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));
  if (STANDARD.test(path)) return fileSource(path.replace(/[^/]+$/, 'evidence'), kept('from', 'to', 'point', 'asOf'), []);
  const metric = path === '/api/rows/export' ? params['metric'] : path === '/api/exports/answer' ? params['metrics'] : undefined;
  if (typeof metric !== 'string' || metric.includes(',')) return null;
  return fileSource('/api/exports/evidence', { metric, ...kept('from', 'to', 'where', 'asOf') }, []);
}

/** The address of a file or, without a format, of a pack, in the language of the reader and with the way back to the page. */
export function fileAddress(
  { path, params }: FileSource,
  format: ExportFormat | null,
  { language, back }: { readonly language: 'vi' | 'en'; readonly back: string },
): string {
  const query = new URLSearchParams();
  const all = {
    ...params,
    ...(format === null ? {} : { format }),
    language,
    back,
    ...(path === '/api/rows/export' ? { head: language } : {}),
  };
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) query.append(name, one);
  return `${path}?${query.toString()}`;
}
