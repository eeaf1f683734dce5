import { z } from 'zod';
import { ENTITIES } from '../contract/entity-contract';
import { envName } from './env-name';

/** Names go into a statement as quoted identifiers; these letters need no thought about quoting in any engine. */
const columnName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'must be made of letters, digits and underscores');

const table = z.strictObject({
  table: columnName.describe('The table or view to read.'),
  columns: z.array(columnName).min(1).describe('The columns that the staging query reads; nothing else leaves the database.'),
  watermark: columnName.describe('The column that says when a row last changed; it should be indexed.'),
});

/** `from:` of a source whose records stand in tables of a database. */
export const databaseSettings = z.strictObject({
  kind: z.literal('database'),
  engine: z.enum(['postgresql', 'mysql']),
  host: z
    .string()
    .regex(/^[A-Za-z0-9._:-]+$/, 'must be a host name or an address')
    .describe('The server of the database.'),
  port: z.number().int().min(1).max(65_535).optional().describe('Absent for the usual port of the engine.'),
  database: columnName,
  schema: columnName.default('public').describe('Of PostgreSQL.'),
  user_env: envName.describe('Environment variable that holds the user name.'),
  password_env: envName.describe('Environment variable that holds the password.'),
  tables: z
    .partialRecord(z.enum(ENTITIES), table)
    .refine((tables) => Object.keys(tables).length > 0, 'must name the table of at least one entity'),
  overlap_minutes: z.number().int().min(0).max(10_080).default(30).describe('How late a row may appear behind one that was read.'),
  slice_rows: z.number().int().min(1).default(500_000).describe('About how many rows one run reads at most.'),
});

export type DatabaseSettings = z.infer<typeof databaseSettings>;
