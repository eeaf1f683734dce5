import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { DataFolder } from '@evenhand/data-folder';
import { DATA_FOLDER, type Now, NOW } from '../connections';
import { LandedCalls } from '../landing/landed-calls';
import { readSyncCall } from './sync-call';
import { queueFull, SyncRefusal } from './sync-refusal';
import { SYNC_SETTINGS, type SyncSettings } from './sync-settings';

/** What a file of an earlier process tells; one that cannot be read tells nothing and is refused by the load. */
function dossiersIn(text: string): readonly string[] {
  try {
    return readSyncCall(text).dossiers;
  } catch (error) {
    if (error instanceof SyncRefusal) return [];
    throw error;
  }
}

/** Keeps the calls of provincial systems; what they are about are the codes of dossiers. */
@Injectable()
export class Landing extends LandedCalls {
  constructor(@Inject(DATA_FOLDER) data: DataFolder, @Inject(NOW) now: Now, @Inject(SYNC_SETTINGS) limits: SyncSettings) {
    const folder = join(data.path, 'landing', 'national-dossiers');
    super({ folder, extension: 'json', limits, now, subjectsOf: dossiersIn, full: queueFull });
  }
}
