import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const STAMP_FILE = 'node_modules/.evenhand-lock';

/** What node_modules must have been made from. */
export const lockStamp = () => createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
