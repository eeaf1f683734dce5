import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DataFolder } from '@evenhand/data-folder';
import { SourceProblem } from '../../source/source-problem';
import type { FolderSettings } from '../folder-settings';

/** The folders that a dropped file goes through. */
export interface DropPlace {
  /** Where files are dropped. */
  readonly drop: string;
  /** Where the file stands that is being loaded; nobody else writes there. */
  readonly loading: string;
  readonly done: string;
  readonly failed: string;
}

function made(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
    return realpathSync(path);
  } catch (error) {
    throw new SourceProblem(`The folder ${path} cannot be made or opened: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

/** Makes the folders of a source. Throws {@link SourceProblem} when two of them are one. */
export function dropPlace(folder: DataFolder, source: string, settings: FolderSettings): DropPlace {
  const drop = made(resolve(folder.path, settings.path ?? join('drop', source)));
  const place = {
    drop,
    loading: made(join(drop, 'loading')),
    done: made(resolve(drop, settings.done)),
    failed: made(resolve(drop, settings.failed)),
  };
  if (new Set(Object.values(place)).size < 4)
    throw new SourceProblem(
      `${drop}: from.done and from.failed must name two folders other than the drop folder itself and its folder "loading".`,
    );
  return place;
}
