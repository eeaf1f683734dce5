import type { Label } from '@evenhand/domain';

/** A record that breaks a law that rejects goes to quarantine; one that bends a law that flags is loaded with a finding. */
export type LawLevel = 'reject' | 'flag';

/** What must hold for a record. */
export interface Law {
  readonly id: string;
  readonly level: LawLevel;
  /** True when the law is broken. SQL over the entity's columns; unknown counts as kept. */
  readonly sql: string;
  readonly reason: Label;
  /** True when a withdrawn record must keep it as well: without its identity nobody knows what was withdrawn. */
  readonly holdsAlways?: boolean;
}

const law =
  (level: LawLevel) =>
  (id: string, sql: string, vi: string, en: string): Law => ({ id, level, sql, reason: { vi, en } });

export const reject = law('reject');
export const flag = law('flag');
