import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { because, InvalidQuery, type Reason } from '@evenhand/domain';
import { z } from 'zod';

const FORBIDDEN = ['__proto__', 'prototype', 'constructor'];
const DEEPEST = 12;

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

const inside = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((part, key) => inside(part).find(([name]) => name === String(key))?.[1], value);

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const knownIn = (schema: z.ZodType, path: readonly PropertyKey[]): string =>
  path.length === 0 && schema instanceof z.ZodObject ? ` Known: ${Object.keys(schema.shape).join(', ')}.` : '';

/** One sentence for one finding of a schema: which value, and what is allowed. */
function sentenceFor(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): string {
  const found = at(value, issue.path);
  const name = issue.path.length === 0 ? 'The request' : `"${issue.path.join('.')}"`;
  if (value === undefined) return 'The request has no body; send JSON with the header content-type: application/json.';
  if (issue.code === 'unrecognized_keys') return `Unknown field "${issue.keys.join('", "')}".${knownIn(schema, issue.path)}`;
  if (found === undefined && issue.path.length > 0) return `${name} is missing.`;
  if (issue.code === 'invalid_value') return `${name} is ${quoted(found)}; allowed: ${issue.values.map(String).join(', ')}.`;
  return `${name} is ${quoted(found)}: ${lowerFirst(issue.message)}.`;
}

const sizeOf = (size: number | bigint): number | string => (typeof size === 'bigint' ? String(size) : size);

/** The finding of a schema as a code, for those who read another language. */
function reasonFor(issue: z.core.$ZodIssue, value: unknown): Reason {
  const field = issue.path.map(String).join('.');
  const found = at(value, issue.path);
  if (value === undefined) return because('no_body');
  if (issue.code === 'unrecognized_keys') return because('unknown_field', { field: issue.keys.join(', ') });
  if (found === undefined && issue.path.length > 0) return because('missing', { field });
  if (issue.code === 'invalid_value')
    return because('not_allowed_value', { field, value: quoted(found), allowed: issue.values.map(String).join(', ') });
  if (issue.code === 'too_small') return because('too_short', { field, least: sizeOf(issue.minimum) });
  if (issue.code === 'too_big') return because('too_long', { field, most: sizeOf(issue.maximum) });
  return because('invalid_value', { field, value: quoted(found) });
}

function invalidQueryFor(issues: readonly z.core.$ZodIssue[], value: unknown, schema: z.ZodType): InvalidQuery {
  const [issue] = issues;
  if (!issue) return new InvalidQuery('', 'The request is not valid.');
  const field = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return new InvalidQuery(field.map(String).join('.'), sentenceFor(issue, value, schema), reasonFor(issue, value));
}

/** Keys that would reach an object's prototype, nesting that no request needs, and the character that ends a text in stores. */
export function refuseHostileShape(value: unknown, depth = 0, name = ''): void {
  if (typeof value === 'string' && value.includes('\0'))
    throw new InvalidQuery(
      name,
      `${name === '' ? 'The value' : `"${name}"`} holds the character U+0000, which no text has.`,
      because('not_plain_text'),
    );
  if (depth > DEEPEST)
    throw new InvalidQuery('', `The request is nested deeper than ${DEEPEST} levels.`, because('too_deep', { most: DEEPEST }));
  for (const [key, part] of inside(value)) {
    if (FORBIDDEN.includes(key)) throw new InvalidQuery(key, `A field cannot be named "${key}".`, because('unknown_field', { field: key }));
    if (key.includes('\0'))
      throw new InvalidQuery('', 'The name of a field holds the character U+0000, which no text has.', because('not_plain_text'));
    refuseHostileShape(part, depth + 1, key);
  }
}

/** Reads a value by its schema. Throws {@link InvalidQuery} with the field, the value and what is allowed. */
export function readBy<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  refuseHostileShape(value);
  const result = schema.safeParse(value);
  if (!result.success) throw invalidQueryFor(result.error.issues, value, schema);
  return result.data;
}

/** Holds every body, query and parameter against the schema that its controller names. */
@Injectable()
export class RequestValidation implements PipeTransform<unknown, unknown> {
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    return schema instanceof z.ZodType ? readBy(schema, value) : value;
  }
}
