import { Inject, Injectable } from '@nestjs/common';
import type { QuarantineExport, QuarantineFilter, QuarantineQuery } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import {
  asCsv,
  asJsonLines,
  countByReason,
  countEntries,
  type EntryFilter,
  listEntries,
  reasonText,
  replayQuarantine,
  type SeenPoints,
  type Stores,
} from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';
import { seenEntry } from './seen-entry';

const MOST_EXPORTED = 200_000;

type Count = 'loaded' | 'duplicate' | 'quarantined';

/** What broke a law, and the way back in. */
@Injectable()
export class QuarantineDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async page({ limit, offset, ...asked }: QuarantineQuery, scope: Scope) {
    const filter = { ...asked, points: scope.points };
    const entries = await listEntries(this.stores.questions, filter, { limit, offset });
    const total = await countEntries(this.stores.questions, filter);
    const explained = entries.map((entry) => ({
      ...seenEntry(entry, scope),
      reasons: entry.reasons.map((law) => ({ law, label: reasonText(entry.entity, law) })),
    }));
    return { entries: explained, total };
  }

  async counts(filter: EntryFilter & { readonly points: SeenPoints }) {
    const { questions } = this.stores;
    return { total: await countEntries(questions, filter), counts: await countByReason(questions, filter) };
  }

  /** Entries as text for a file. */
  async export({ format, ...asked }: QuarantineExport, scope: Scope): Promise<string> {
    const found = await listEntries(this.stores.questions, { ...asked, points: scope.points }, { limit: MOST_EXPORTED });
    const entries = found.map((entry) => seenEntry(entry, scope));
    return format === 'csv' ? asCsv(entries) : asJsonLines(entries);
  }

  async replay(filter: QuarantineFilter) {
    const { runs, withheld } = await replayQuarantine(this.stores, filter);
    const sum = (of: Count): number => runs.flatMap(({ counts }) => counts).reduce((total, count) => total + count[of], 0);
    const result = {
      runs: runs.map(({ id }) => id),
      withheld,
      loaded: sum('loaded'),
      duplicate: sum('duplicate'),
      quarantined: sum('quarantined'),
    };
    this.log.info({ event: 'replay', ...result });
    return result;
  }
}
