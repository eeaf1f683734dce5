import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { RECORD_MIGRATIONS } from '@evenhand/records';
import { MIGRATIONS } from '@evenhand/warehouse';
import { z } from 'zod';
import { SourceProblem } from '../source/source-problem';

export const MANIFEST = 'manifest.json';
export const FACTS = 'facts';
export const RECORDS = 'records.tar.gz';
export const LANDING = 'landing';

const FORMAT = 1;

const fileSchema = z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const manifestSchema = z.object({
  product: z.literal('evenhand'),
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  city: z.string(),
  /** Versions of the engines that wrote the files. */
  engines: z.object({ facts: z.string(), records: z.string() }),
  /** The changes that the tables of each store have seen, in their order. */
  migrations: z.object({ facts: z.array(z.string()), records: z.array(z.string()) }),
  /** Rows of each table of facts. */
  rows: z.record(z.string(), z.int().nonnegative()),
  /** The last entry of the audit log. */
  audit: z.object({ id: z.int().positive(), hash: z.string() }).nullable(),
  files: z.array(fileSchema),
});

/** What a backup holds, and what a restored copy must hold. */
export type Manifest = z.infer<typeof manifestSchema>;
type BackupFile = z.infer<typeof fileSchema>;

export const newManifest = (said: Omit<Manifest, 'product' | 'format'>): Manifest => ({ product: 'evenhand', format: FORMAT, ...said });

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** Every file of a backup, by name, with its size and checksum; the manifest itself is not among them. */
export async function filesOf(folder: string): Promise<readonly BackupFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files: BackupFile[] = [];
  for (const path of paths.sort()) {
    const name = path.slice(folder.length + 1).replaceAll(sep, '/');
    if (name !== MANIFEST) files.push({ name, bytes: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  return files;
}

/** Reads the manifest of a backup. Throws {@link SourceProblem} with one sentence. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    throw new SourceProblem(`${folder} is no complete backup: it has no ${MANIFEST}.`, { cause: error });
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new SourceProblem(`${join(folder, MANIFEST)} is not a manifest that this product wrote.`, { cause: error });
  }
}

const nameOfUnknown = (seen: readonly string[], known: readonly string[]): string | undefined => seen.find((name) => !known.includes(name));

/** What is wrong with a backup, in one sentence; null when every file is as it was written and this product knows its tables. */
export async function faultOf(folder: string, manifest: Manifest): Promise<string | null> {
  const unknown =
    nameOfUnknown(
      manifest.migrations.facts,
      MIGRATIONS.map(({ name }) => name),
    ) ?? nameOfUnknown(manifest.migrations.records, RECORD_MIGRATIONS);
  if (unknown !== undefined)
    return `The backup was made by a newer version of this product: it knows the change "${unknown}" of its tables.`;
  const found = new Map((await filesOf(folder)).map((file) => [file.name, file]));
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = found.get(name);
    if (!file) return `${name} is missing in the backup.`;
    if (file.bytes !== bytes) return `${name} has ${file.bytes} bytes, but ${bytes} were written.`;
    if (file.sha256 !== sha256) return `${name} was changed since it was written: its checksum differs.`;
    found.delete(name);
  }
  const [foreign] = found.keys();
  if (foreign !== undefined) return `${foreign} does not belong to the backup.`;
  const holds = (store: string): boolean => manifest.files.some(({ name }) => name === store || name.startsWith(`${store}/`));
  return holds(FACTS) && holds(RECORDS) ? null : 'The backup holds only one of the two stores.';
}
