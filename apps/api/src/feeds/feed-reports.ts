import { Inject, Injectable } from '@nestjs/common';
import type { FeedDaysQuery, Feeds, FeedsQuery, IncidentsQuery, ReconciliationQuery } from '@evenhand/contracts';
import { addDays, maySee, type Scope, timeRange, type TimeRange } from '@evenhand/domain';
import {
  acceptVolume,
  cityNow,
  cityDay,
  feedDays,
  feedOverview,
  reconciliation,
  type ReconciliationFound,
  type SeenPoints,
  type Stores,
} from '@evenhand/etl';
import { type Incident, listIncidents } from '@evenhand/records';
import { type Now, NOW, STORES } from '../connections';

const DAYS = 28;

interface Counted {
  readonly complete: number;
  readonly thin: number;
  readonly missing: number;
}

function withCoverage<Row extends Counted>(row: Row): Row & { readonly coverage: number | null } {
  const due = row.complete + row.thin + row.missing;
  return { ...row, coverage: due === 0 ? null : row.complete / due };
}

/** What was agreed with each feed, what arrived, and what is unknown. */
@Injectable()
export class FeedReports {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async feeds(query: FeedsQuery, points: SeenPoints): Promise<Feeds> {
    const range = await this.rangeOf(query);
    const [feeds, open] = await Promise.all([
      feedOverview(this.stores.questions, range, points),
      listIncidents(this.stores.records, { isOpen: true }),
    ]);
    const isLate = (source: string, entity: string): boolean =>
      open.some((incident) => incident.kind === 'late' && incident.source === source && incident.entity === entity);
    return {
      ...range,
      feeds: feeds.map((feed) => ({
        ...withCoverage(feed),
        isLate: isLate(feed.source, feed.entity),
        points: feed.points.map(withCoverage),
      })),
    };
  }

  /** The days of a point that one may not see are those of a point that there is not. */
  async days({ source, entity, point, ...query }: FeedDaysQuery, points: SeenPoints) {
    if (points !== 'all' && !points.includes(point)) return { days: [] };
    return { days: await feedDays(this.stores.questions, { source, entity, point, ...(await this.rangeOf(query)) }) };
  }

  async incidents({ open, source, limit }: IncidentsQuery, points: SeenPoints): Promise<{ readonly incidents: readonly Incident[] }> {
    const filter = {
      limit,
      points,
      ...(open === undefined ? {} : { isOpen: open === 'true' }),
      ...(source === undefined ? {} : { source }),
    };
    return { incidents: await listIncidents(this.stores.records, filter) };
  }

  /** Which dossiers differ is told to those who see the codes of dossiers. */
  async reconciliation({ limit, ...query }: ReconciliationQuery, points: SeenPoints, scope: Scope): Promise<ReconciliationFound> {
    const found = await reconciliation(this.stores.questions, { ...(await this.rangeOf(query)), points }, limit);
    return maySee(scope, 'dossier_codes') ? found : { ...found, dossiers: [] };
  }

  /** Declares that a thin feed has a new usual volume. */
  accept(id: number): Promise<Incident> {
    return this.stores.oneAtATime(() => acceptVolume(this.stores, id, this.now()));
  }

  private async rangeOf({ from, to }: FeedsQuery): Promise<TimeRange> {
    const { zone, isSimulated } = this.stores.city.settings;
    const today = cityDay(await cityNow(this.stores.questions, { isSimulated, now: this.now() }), zone);
    const end = to ?? addDays(today, 1);
    return timeRange(from ?? addDays(end, -DAYS), end);
  }
}
