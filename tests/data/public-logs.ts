import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../product/commands';

/** The folder of public logs that the command line named. */
export function logsFolder(): string {
  const folder = process.env['EVENHAND_PUBLIC_LOGS'];
  if (!folder) throw new Error('Run through: npm run test:data -- <folder of public logs>');
  return folder;
}

/** The known answers that stand beside a log. */
export const truthOf = <Truth>(log: string): Truth => JSON.parse(readFileSync(join(logsFolder(), log, 'truth.json'), 'utf8')) as Truth;

/** A fresh data folder for the city of one log, removed by `remove`. */
export function freshPlace(log: string): Place & { readonly remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), `evenhand-${log}-`));
  return { data, city: `etl/cities/${log}/city.yml`, remove: () => rmSync(data, { recursive: true, force: true }) };
}
