import { backUp } from '../backup/back-up';
import type { Command } from './command';
import { onlyFolder } from './only-folder';

const MEGABYTE = 1_000_000;

/** `backup`: both stores as they stand, in one folder, with checksums. */
export const backup: Command = {
  usage: 'backup <folder>',
  does: 'writes both stores and the landing folder into a new folder that only its user can read; the server may go on running',
  purpose: 'a backup',
  traced: 'always',
  options: {},
  check: (typed) => void onlyFolder(typed, 'Name the folder to write into, for example: backup /backups/2026-01-31'),
  async run({ stores, typed, terminal }) {
    const folder = onlyFolder(typed, 'Name the folder to write into.');
    const { files, rows, audit } = await backUp(stores, folder);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const tables = Object.keys(rows).length;
    terminal.out(`${folder} holds ${files.length} files, ${(bytes / MEGABYTE).toFixed(1)} MB: ${tables} tables of facts and all records.`);
    if (audit) terminal.out(`The last entry of the audit log: ${audit.id}:${audit.hash}`);
    return 0;
  },
};
