import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isEntityName } from '../contract/contracts';
import { ENTITIES, type EntityName } from '../contract/entity-contract';
import { rejectingLaws } from '../contract/flagged';
import { feedSettingsSchema } from '../feeds/feed-settings';
import { fromSettings } from '../pull/from-settings';
import { withLandingFormat } from '../pull/landing-format';
import { disagreement, readAs } from './read-settings';
import { scheduleSettingsSchema } from '../schedule/schedule-settings';
import { named, SourceProblem } from './source-problem';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

const entityName = z.enum(ENTITIES);

const sourceFile = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'must be made of lower-case letters, digits and hyphens')
    .describe('Names the source on every fact; never changes.'),
  title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }).describe('What people call it.'),
  zone: z
    .string()
    .refine(isZone, 'must be an IANA time zone, for example Asia/Ho_Chi_Minh')
    .describe('Zone of instants without an offset.'),
  licence: z.string().optional().describe('Under which terms the data may be used.'),
  notes: z.string().optional(),
  simulated: z.boolean().default(false).describe('True when the cases are invented.'),
  read: readAs,
  instants: z
    .string()
    .regex(/^(%[a-zA-Z]|[ :./T_-])+$/, 'must be a pattern such as %Y%m%d%H%i%S')
    .optional()
    .describe('How instants are written; absent for ISO 8601.'),
  files: z.partialRecord(entityName, z.string()).default({}).describe('Which file names fill an entity; absent means every file.'),
  feed: feedSettingsSchema.optional(),
  schedule: scheduleSettingsSchema.optional(),
  flag_only: z
    .array(z.string())
    .default([])
    .describe('Laws that this source is known to break: its records are loaded with a finding where others go to quarantine.'),
  from: fromSettings.optional().describe('How the data is fetched; absent when files are named on the command line.'),
});

/** What a source says of itself. */
export type SourceSettings = z.infer<typeof sourceFile>;

/** A source: its settings and one staging query per entity it fills. */
export interface SourceFolder {
  readonly path: string;
  readonly settings: SourceSettings;
  readonly staging: ReadonlyMap<EntityName, string>;
}

function readSettings(path: string): SourceSettings {
  const file = join(path, 'source.yml');
  if (!existsSync(file))
    throw new SourceProblem(`${path} has no source.yml; a source folder holds source.yml and one <entity>.sql per entity.`);
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SourceProblem(`${file} is not YAML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`, {
      cause: error,
    });
  }
  const result = sourceFile.safeParse(withLandingFormat(content));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SourceProblem(`${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'unreadable'}.`);
}

function readStaging(path: string): Map<EntityName, string> {
  const staging = new Map<EntityName, string>();
  for (const file of readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    const entity = basename(file, '.sql');
    if (!isEntityName(entity))
      throw new SourceProblem(
        `${join(path, file)}: there is no entity "${entity}". A staging file is named after one of: ${named(ENTITIES)}.`,
      );
    staging.set(entity, readFileSync(join(path, file), 'utf8'));
  }
  if (staging.size === 0)
    throw new SourceProblem(`${path} has no staging file; add one of: ${ENTITIES.map((name) => `${name}.sql`).join(', ')}.`);
  return staging;
}

function check(path: string, settings: SourceSettings, staging: ReadonlyMap<EntityName, string>): void {
  const file = join(path, 'source.yml');
  const odd = disagreement(settings.read);
  if (odd !== undefined) throw new SourceProblem(`${file}: ${odd}`);
  for (const entity of Object.keys(settings.files).filter(isEntityName))
    if (!staging.has(entity)) throw new SourceProblem(`${file}: files.${entity}: there is no ${entity}.sql in this folder.`);
  const laws = rejectingLaws([...staging.keys()]);
  const strange = settings.flag_only.find((id) => !laws.includes(id));
  if (strange !== undefined)
    throw new SourceProblem(
      `${file}: flag_only: no law "${strange}" sends a record of this source to quarantine. Those that do: ${named(laws)}.`,
    );
}

/** Reads and checks a source folder. Throws {@link SourceProblem}. */
export function readSourceFolder(folder: string): SourceFolder {
  const path = resolve(folder);
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new SourceProblem(`There is no source folder ${path}.`);
  const settings = readSettings(path);
  const staging = readStaging(path);
  check(path, settings, staging);
  return { path, settings, staging };
}
