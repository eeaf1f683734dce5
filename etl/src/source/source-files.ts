import { existsSync, globSync, statSync } from 'node:fs';
import { basename, dirname, matchesGlob, relative, resolve } from 'node:path';
import type { EntityName } from '../contract/entity-contract';
import type { SourceFolder } from './source-folder';
import { named, SourceProblem } from './source-problem';

/** One file that fills one entity. */
export interface Delivery {
  readonly entity: EntityName;
  readonly path: string;
  /** As facts and quarantine call the file: its path below the folder that all files of the load share. */
  readonly file: string;
  /** The table that the file was written anew as, when the engine cannot read the file itself. */
  readonly reads?: string;
}

/** The engine takes these in a path for a pattern, and would read other files than the one that was named. */
const PATTERN_CHARACTERS = /[*?{}]/;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

function find(pattern: string): string[] {
  const path = resolve(pattern);
  if (isFile(path)) return [path];
  const found = globSync(path).filter(isFile);
  if (found.length === 0) throw new SourceProblem(`No file matches ${path}.`);
  return found;
}

function sharedFolder(paths: readonly string[]): string {
  const [first = '', ...rest] = paths.map(dirname);
  let shared = first;
  while (!rest.every((folder) => folder === shared || folder.startsWith(`${shared}/`)) && shared !== dirname(shared))
    shared = dirname(shared);
  return shared;
}

/** The files that patterns name, each once, in the order in which they are told: later files correct earlier ones. */
export function findFiles(patterns: readonly string[]): string[] {
  const files = [...new Set(patterns.flatMap(find))].sort();
  const empty = files.find((path) => statSync(path).size === 0);
  if (empty) throw new SourceProblem(`${empty} is empty.`);
  const pattern = files.find((path) => PATTERN_CHARACTERS.test(path));
  if (pattern) throw new SourceProblem(`${pattern} cannot be read under this name: the characters * ? { } may not stand in it.`);
  return files;
}

/** Which entities the files fill. Throws {@link SourceProblem} when a file fills none. */
export function deliveriesOf({ settings, staging, path: folder }: SourceFolder, files: readonly string[]): Delivery[] {
  const base = sharedFolder(files);
  return files.flatMap((path) => {
    const entities = [...staging.keys()].filter((entity) => matchesGlob(basename(path), settings.files[entity] ?? '*'));
    if (entities.length === 0)
      throw new SourceProblem(
        `${path} fills no entity: its name matches none of the patterns under files in ${folder}/source.yml: ${named(Object.values(settings.files))}.`,
      );
    return entities.map((entity) => ({ entity, path, file: relative(base, path) }));
  });
}
