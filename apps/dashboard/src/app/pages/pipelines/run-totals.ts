import type { Run } from '@evenhand/contracts';

export interface RunTotals {
  readonly read: number;
  readonly loaded: number;
  readonly duplicate: number;
  readonly quarantined: number;
}

/** What became of all records of a run, whatever their kind. */
export const totalsOf = ({ counts }: Run): RunTotals =>
  counts.reduce<RunTotals>(
    (sum, { read, loaded, duplicate, quarantined }) => ({
      read: sum.read + read,
      loaded: sum.loaded + loaded,
      duplicate: sum.duplicate + duplicate,
      quarantined: sum.quarantined + quarantined,
    }),
    { read: 0, loaded: 0, duplicate: 0, quarantined: 0 },
  );
