import { Inject, Injectable } from '@nestjs/common';
import type { PointFeeds, PointFeedsQuery, PointHoursOfDay, PointHoursQuery } from '@evenhand/contracts';
import { addDays, because, type Day, NotFound, type Scope, timeRange } from '@evenhand/domain';
import { cityDay, cityNow, pointFeedDays, standingHours, type Stores, workingTimeOf } from '@evenhand/etl';
import { ServicePoint } from '@evenhand/records';
import { type Now, NOW, STORES } from '../connections';

const DAYS = 28;

const two = (number: number): string => String(number).padStart(2, '0');
const clock = (second: number): string => `${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}`;

/** When one point is open, and what its feeds told of it. */
@Injectable()
export class PointDays {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async hours(point: string, query: PointHoursQuery, scope: Scope): Promise<PointHoursOfDay> {
    const day = query.day ?? (await this.today());
    await this.check(point, scope);
    const time = workingTimeOf(await standingHours(this.stores.records), point);
    const isKnown = time.hours.onDate(day) !== undefined || time.hours.isKnownOn(day);
    const stretches = (isKnown ? time.receptionOn(day) : []).map(({ opens, closes }) => ({
      opensAt: clock(opens),
      closesAt: clock(closes),
    }));
    return { point, day, kind: time.calendar.kindOf(day), isKnown, stretches };
  }

  async feeds(point: string, { from, to }: PointFeedsQuery, scope: Scope): Promise<PointFeeds> {
    await this.check(point, scope);
    const end = to ?? addDays(await this.today(), 1);
    const range = timeRange(from ?? addDays(end, -DAYS), end);
    const feeds = await pointFeedDays(this.stores.questions, { point, ...range });
    return { point, ...range, feeds: feeds.map((feed) => ({ ...feed, days: [...feed.days] })) };
  }

  private async today(): Promise<Day> {
    const { zone, isSimulated } = this.stores.city.settings;
    return cityDay(await cityNow(this.stores.questions, { isSimulated, now: this.now() }), zone);
  }

  private async check(point: string, scope: Scope): Promise<void> {
    const isSeen = scope.points === 'all' || scope.points.includes(point);
    if (!isSeen || (await this.stores.records.getRepository(ServicePoint).countBy({ code: point })) === 0)
      throw new NotFound(`There is no service point "${point}".`, because('no_point', { point }));
  }
}
