import { pageRequestSchema, questionSchema, rowsQuerySchema } from '@evenhand/contracts';
import { InvalidQuery } from '@evenhand/domain';
import type { z } from 'zod';
import { readBy } from './validation';

const refusal = (schema: z.ZodType, value: unknown): InvalidQuery => {
  try {
    readBy(schema, value);
  } catch (error) {
    if (error instanceof InvalidQuery) return error;
    throw error;
  }
  throw new Error('the value was accepted');
};

const QUESTION = { metrics: ['tickets'], from: '2026-10-01', to: '2026-11-01' };

describe('a refused request', () => {
  it.each([
    ['a missing field', { metrics: ['tickets'], from: '2026-10-01' }, 'to', '"to" is missing.'],
    [
      'an unknown field',
      { ...QUESTION, limit: 9 },
      'limit',
      'Unknown field "limit". Known: metrics, by, from, to, where, exact, asOf, compare, view.',
    ],
    ['a value outside a list', { ...QUESTION, by: ['citizen'] }, 'by.0', '"by.0" is "citizen"; allowed: ward, branch, point'],
    ['a wrong form', { ...QUESTION, from: '1/10/2026' }, 'from', '"from" is "1/10/2026": write a day as YYYY-MM-DD.'],
    ['a wrong type', { ...QUESTION, exact: 'yes' }, 'exact', '"exact" is "yes": invalid input: expected boolean'],
  ])('names the field, the value and what is allowed: %s', (_, value, field, sentence) => {
    const error = refusal(questionSchema, value);
    expect(error.field).toBe(field);
    expect(error.message).toContain(sentence);
  });

  it.each([
    [
      { metrics: ['tickets'], from: '2026-10-01' },
      { code: 'missing', params: { field: 'to' } },
    ],
    [
      { ...QUESTION, limit: 9 },
      { code: 'unknown_field', params: { field: 'limit' } },
    ],
    [
      { ...QUESTION, from: '1/10/2026' },
      { code: 'invalid_value', params: { field: 'from', value: '"1/10/2026"' } },
    ],
    [undefined, { code: 'no_body', params: {} }],
  ])('says the same as a code for screens in other languages: %j', (value, reason) => {
    expect(refusal(questionSchema, value).reason).toEqual(reason);
  });

  it('cuts a value that is too long to read', () => {
    expect(refusal(questionSchema, { ...QUESTION, metrics: ['x'.repeat(1_000_000)] }).message.length).toBeLessThan(200);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('[Q5] refuses a field named %s at any depth', (name) => {
    const value: unknown = JSON.parse(`{"questions":{"a":{"${name}":{"isAdmin":true}}}}`);
    expect(refusal(pageRequestSchema, value).message).toBe(`A field cannot be named "${name}".`);
  });

  it('[Q1] refuses the character that ends a text in stores, wherever it stands', () => {
    expect(refusal(questionSchema, { ...QUESTION, metrics: ['tick\0ets'] }).message).toContain('U+0000');
    expect(refusal(pageRequestSchema, { questions: { 'a\0b': QUESTION } }).message).toContain('U+0000');
  });

  it.each([NaN, Infinity, -1, 0, 1.5])('[Q6] takes %s for no size of a page', (size) => {
    expect(refusal(rowsQuerySchema, { metric: 'tickets', from: '2026-10-01', to: '2026-11-01', size }).field).toBe('size');
  });

  it('[Q5] refuses nesting that no request needs', () => {
    const value: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(refusal(pageRequestSchema, value).message).toContain('nested deeper');
  });

  it('[Q3] refuses a page size without bounds', () => {
    const query = { metric: 'tickets', from: '2026-10-01', to: '2026-11-01', size: '1000000000' };
    expect(refusal(rowsQuerySchema, query).field).toBe('size');
  });
});
