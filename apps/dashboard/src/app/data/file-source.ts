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

/** The address of a file, in the language of the reader and with the way back to the page. */
export function fileAddress(
  { path, params }: FileSource,
  format: ExportFormat,
  { language, back }: { readonly language: 'vi' | 'en'; readonly back: string },
): string {
  const query = new URLSearchParams();
  const all = { ...params, format, language, back, ...(path === '/api/rows/export' ? { head: language } : {}) };
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) query.append(name, one);
  return `${path}?${query.toString()}`;
}
