import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Boundaries } from '@evenhand/contracts';
import { because, NotFound } from '@evenhand/domain';
import { BOUNDARIES_FILE } from '../connections';
import { Refusal } from '../http/refusal';
import { readGeoFile, UnreadableBoundaries } from './geo-file';

const MOST_BYTES = 20_000_000;
const BAD_FILE = { id: 'boundaries', title: 'The boundaries cannot be drawn' };

interface Kept {
  readonly changedAt: number;
  readonly boundaries: Boundaries;
}

/** The boundaries of the units, read from the operator's file and again once it has changed. */
@Injectable()
export class WardBoundaries {
  private kept: Kept | null = null;

  constructor(@Inject(BOUNDARIES_FILE) private readonly file: string | undefined) {}

  async read(): Promise<Boundaries> {
    if (this.file === undefined)
      throw new NotFound(
        'This city has no boundaries. Name a GeoJSON file as "boundaries" in its city.yml, or in EVENHAND_BOUNDARIES.',
        because('no_boundaries'),
      );
    try {
      const { mtimeMs, size } = await stat(this.file);
      if (this.kept?.changedAt === mtimeMs) return this.kept.boundaries;
      if (size > MOST_BYTES) throw new UnreadableBoundaries('The file has more than 20 MB: draw the units with fewer positions.');
      this.kept = { changedAt: mtimeMs, boundaries: readGeoFile(await readFile(this.file, 'utf8')) };
      return this.kept.boundaries;
    } catch (error) {
      throw this.refusal(error, this.file);
    }
  }

  /** The name of the file, never the folders it lies in. */
  private refusal(error: unknown, file: string): Refusal {
    const why = error instanceof UnreadableBoundaries ? error.message : 'The file cannot be opened.';
    return new Refusal(422, { ...BAD_FILE, reason: because('bad_boundaries', { file: basename(file) }) }, `${basename(file)}: ${why}`);
  }
}
