import type { Scope } from '@evenhand/domain';
import type { QuarantineEntry } from '@evenhand/etl';
import { seenColumns } from '@evenhand/metrics';

/** An entry with what the asker may see of its record, which holds what a source told: codes of dossiers, officers. */
export function seenEntry(entry: QuarantineEntry, scope: Scope): QuarantineEntry {
  const told = Object.entries(JSON.parse(entry.raw) as Readonly<Record<string, string>>);
  const seen = new Set(
    seenColumns(
      told.map(([id]) => ({ id })),
      scope,
    ).map(({ id }) => id),
  );
  return { ...entry, raw: JSON.stringify(Object.fromEntries(told.filter(([id]) => seen.has(id)))) };
}
