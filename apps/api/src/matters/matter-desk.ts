import { Inject, Injectable } from '@nestjs/common';
import type { DecideMatter, MatterCareInfo, MatterCares } from '@evenhand/contracts';
import { addDays, because, type Day, InvalidQuery, NotFound, type Scope, WorkingCalendar } from '@evenhand/domain';
import { cityDay, type Stores } from '@evenhand/etl';
import { type CareContent, caresOf, decideMatter, listCalendar, listPoints, type Matter, type MatterCare } from '@evenhand/records';
import { authorOf, type Identity } from '../access/identity';
import { Traces } from '../access/traces';
import { NOW, type Now, STORES } from '../connections';
import { refuseNumberOfPerson } from '../http/shown-text';

/** Working days after today up to and with a day; negative where the day has passed. */
function daysLeft(day: Day, today: Day, calendar: WorkingCalendar): number {
  if (day < today) return -calendar.workingDays(addDays(day, 1), addDays(today, 1)).length;
  return calendar.workingDays(addDays(today, 1), addDays(day, 1)).length;
}

/** What the audit log keeps of a decision: never what it says. */
const told = ({ dueOn, offUntil }: CareContent) => ({ dueOn, offUntil });

/** Who takes care of what asks for somebody. */
@Injectable()
export class MatterDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly traces: Traces,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list({ actions }: Identity, { points }: Scope): Promise<MatterCares> {
    const [calendar, cares] = [await this.calendar(), await caresOf(this.stores.records, points)];
    return { cares: cares.map((care) => this.info(care, calendar)), mayDecide: actions.includes('annotate') };
  }

  async decide(matter: Matter, wanted: DecideMatter, who: Identity, { points }: Scope): Promise<MatterCareInfo> {
    await this.checkPoint(matter.point, points);
    const calendar = await this.calendar();
    const by = { by: authorOf(who), now: this.now() };
    const { before, after } = await decideMatter(this.stores.records, matter, this.part(wanted, calendar), by);
    await this.traces.leave({ who: who.id, did: 'matter decided', what: matter, before: told(before), after: told(after) });
    return this.info(after, calendar);
  }

  private part({ owner, dueInDays, offForDays, reason }: DecideMatter, calendar: WorkingCalendar): Partial<CareContent> {
    if (owner === undefined && dueInDays === undefined && offForDays === undefined)
      throw new InvalidQuery('owner', 'Nothing is to be decided; give "owner", "dueInDays" or "offForDays".', because('nothing_to_change'));
    if (typeof offForDays === 'number' && (reason ?? '') === '')
      throw new InvalidQuery('reason', 'What is put off needs a reason; say why in "reason".', because('put_off_why'));
    refuseNumberOfPerson('owner', owner ?? '');
    refuseNumberOfPerson('reason', reason ?? '');
    const dayIn = (count: number): Day => calendar.addWorkingDays(this.today(), count);
    return {
      ...(owner === undefined ? {} : { owner }),
      ...(dueInDays === undefined ? {} : { dueOn: dueInDays === null ? null : dayIn(dueInDays) }),
      ...(offForDays === undefined
        ? {}
        : offForDays === null
          ? { offUntil: null, reason: '' }
          : { offUntil: dayIn(offForDays), reason: reason ?? '' }),
    };
  }

  /** A point that somebody does not see is not there for them. */
  private async checkPoint(point: string, seen: Scope['points']): Promise<void> {
    const isSeen = seen === 'all' || seen.includes(point);
    const points = await listPoints(this.stores.records, this.today());
    if (!isSeen || !points.some(({ code }) => code === point))
      throw new NotFound(`There is no service point "${point}".`, because('no_point', { point }));
  }

  /** What was put off comes back on its day by itself. */
  private info(care: MatterCare, calendar: WorkingCalendar): MatterCareInfo {
    const today = this.today();
    const isOff = care.offUntil !== null && care.offUntil > today;
    return {
      ...{ cause: care.cause, point: care.point, owner: care.owner, dueOn: care.dueOn, by: care.by },
      ...(isOff ? { offUntil: care.offUntil, reason: care.reason } : { offUntil: null, reason: '' }),
      daysLeft: care.dueOn === null ? null : daysLeft(care.dueOn, today, calendar),
      changedAt: care.changedAt.toISOString(),
    };
  }

  private async calendar(): Promise<WorkingCalendar> {
    return new WorkingCalendar(await listCalendar(this.stores.records));
  }

  private today(): Day {
    return cityDay(this.now(), this.stores.city.settings.zone);
  }
}
