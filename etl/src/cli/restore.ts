import { restore as restoreBackup } from '../backup/restore';
import { SourceProblem } from '../source/source-problem';
import { storesPlace } from '../stores';
import type { Command } from './command';
import { onlyFolder } from './only-folder';
import { UsageProblem } from './usage-problem';

const HOW = 'Name the folder of one backup, for example: restore /backups/2026-01-31';

/** `restore`: puts a backup into an empty data folder and proves that it is the same. */
export const restore: Command = {
  usage: 'restore <folder>',
  does: 'puts a backup into the empty data folder that EVENHAND_DATA names, and checks files, tables and the audit log against it',
  purpose: 'a restore',
  options: {},
  staysHere: true,
  check: (typed) => void onlyFolder(typed, HOW),
  async instead({ env, typed, terminal }) {
    const { dataFolder, warehouseUrl, recordsUrl } = storesPlace(env);
    if (warehouseUrl !== undefined || recordsUrl !== undefined)
      throw new SourceProblem(
        'Stores on servers are not restored by this command: use RESTORE of ClickHouse and pg_restore of PostgreSQL (docs/operations.md).',
      );
    const { manifest, auditEntries } = await restoreBackup(onlyFolder(typed, HOW), typed.path(dataFolder));
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    terminal.out(`Restored ${manifest.city} as of ${manifest.madeAt}: ${rows} rows of facts, each table as it was written.`);
    terminal.out(`The audit log follows from its first entry to its last: ${auditEntries} entries.`);
    return 0;
  },
  run: () => Promise.reject(new UsageProblem('A backup is restored where the stores are closed.')),
};
