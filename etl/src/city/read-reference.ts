import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { cellProblem } from './import-rows';
import { InvalidCity } from './invalid-city';

function recordsOf(path: string): readonly Readonly<Record<string, string>>[] {
  try {
    return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new InvalidCity(`The city's file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

/**
 * Reads a reference file beside `city.yml`; without a file there are no rows.
 * @throws {InvalidCity} with file, line, column, value and what is allowed
 */
export function readReference<Row>(path: string | undefined, schema: z.ZodType<Row>): readonly Row[] {
  if (path === undefined) return [];
  return recordsOf(path).map((row, index) => {
    const checked = schema.safeParse(row);
    if (checked.success) return checked.data;
    throw new InvalidCity(`${path}, row ${index + 1}: ${cellProblem(checked.error, row)}.`);
  });
}
