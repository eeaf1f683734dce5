import { SourceProblem } from '../../source/source-problem';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface WithRawJson {
  rawJSON(text: string): Json;
  parse(text: string, revive: (key: string, value: Json, context: { readonly source?: string }) => Json): Json;
}

// Node.js knows numbers as they were written; the type library does not say so yet.
const JSON_AS_WRITTEN = JSON as unknown as WithRawJson;

/** Reads JSON so that writing it again gives the same digits: a number of the source may be longer than ours can be. */
export const parseJson = (text: string): Json =>
  JSON_AS_WRITTEN.parse(text, (_, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source ? JSON_AS_WRITTEN.rawJSON(source) : value,
  );

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at keys joined by dots; undefined when nothing does. */
export function valueAt(document: Json, keys: string): Json | undefined {
  return keys
    .split('.')
    .reduce<Json | undefined>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), document);
}

/** A short text or number, as it was written; undefined for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  const written = JSON.stringify(value);
  return /^[-+.\deE]+$/.test(written) ? written : undefined;
}

/** The list of records of an answer. @throws {SourceProblem} when there is none */
export function recordsIn(document: Json, records: string | undefined, url: string): readonly Json[] {
  const list = records === undefined ? document : valueAt(document, records);
  if (Array.isArray(list)) return list as readonly Json[];
  const there = isObject(document) ? `an object with the keys ${Object.keys(document).join(', ')}` : 'no object';
  throw new SourceProblem(`${url} answers without a list of records${records === undefined ? '' : ` at "${records}"`}; it gives ${there}.`);
}
