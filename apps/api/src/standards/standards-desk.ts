import { Inject, Injectable } from '@nestjs/common';
import type { BreachesQuery, PointStandardsQuery, PreviewQuery, SetStandard, VerdictsQuery, VolumeQuery } from '@evenhand/contracts';
import { because, NotFound, type Scope, timeRange, type TimeRange } from '@evenhand/domain';
import { changeStandard, cityDay, type Stores } from '@evenhand/etl';
import { type MovedVerdict, type StandardEdit, Standards } from '@evenhand/metrics';
import { listStandardChanges } from '@evenhand/records';
import { RecentQuestions } from '../answers/recent-questions';
import { NOW, type Now, STORES } from '../connections';
import { refuseNumberOfPerson } from '../http/shown-text';
import { limitsIn } from './limits-in';

type Info = ReturnType<Standards['describe']>;

/** Without what every version of a standard says anyway. */
const onTheWire = ({ versions, ...info }: Info) => ({
  ...info,
  versions: versions.map(({ edit, ...version }) => ({
    ...version,
    edit: edit && { id: edit.id, reason: edit.reason, madeBy: edit.madeBy, madeAt: edit.madeAt.toISOString() },
  })),
});

type Judged = MovedVerdict['before'];

const judgementOf = ({ state, reason, value, interval, bounds, n, breaches }: Judged) => ({
  ...{ state, reason, value, interval, bounds, n, breaches },
});

const movedOf = ({ before, after, throughout }: MovedVerdict) => ({
  point: before.point,
  ...{ before: judgementOf(before), after: judgementOf(after), throughout: judgementOf(throughout) },
});

/** The rules by which the city is judged, what they come to, and their changes. */
@Injectable()
export class StandardsDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    private readonly standards: Standards,
    private readonly recent: RecentQuestions,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list() {
    return { standards: this.standards.list(await this.edits(), this.today()).map(onTheWire) };
  }

  async page(id: string) {
    const info = onTheWire(this.standards.describe(id, await this.edits(), this.today()));
    return { ...info, examples: await this.standards.examples(id) };
  }

  async verdicts(id: string, { from, to, by, grain, asOf }: VerdictsQuery, scope: Scope) {
    const range = timeRange(from, to);
    const judge = async () => this.standards.verdicts({ standard: id, range, by, grain, asOf }, await this.edits(), scope);
    const verdicts = await judge();
    if (asOf === undefined) this.recent.noteAsking(JSON.stringify(['verdicts', id, range, by, grain, scope]), judge);
    return { standard: id, ...range, by, grain, verdicts };
  }

  async ofPoint(point: string, { from, to, asOf }: PointStandardsQuery, scope: Scope) {
    const range = timeRange(from, to);
    const judge = async () => this.standards.ofPoint({ point, range, asOf }, await this.edits(), scope);
    const verdicts = await judge();
    // What one point needs is read for all of them.
    if (asOf === undefined) this.recent.noteAsking(JSON.stringify(['standards', range]), judge);
    if (verdicts.length === 0)
      throw new NotFound(`There is no service point "${point}" between ${from} and ${to}.`, because('no_point', { point }));
    return { point, ...range, verdicts };
  }

  async breaches(id: string, { from, to, point, page, size, asOf }: BreachesQuery, scope: Scope) {
    const request = { standard: id, range: timeRange(from, to), point, page, size, asOf };
    return { standard: id, ...(await this.standards.breaches(request, await this.edits(), scope)), page, size };
  }

  /** Every breach, made while it is read. */
  async breachesFile(
    standard: string,
    wanted: { readonly range: TimeRange; readonly point: string | undefined; readonly asOf: string | undefined; readonly most?: number },
    scope: Scope,
  ) {
    return this.standards.breachesFile({ standard, ...wanted }, await this.edits(), scope);
  }

  /** The statements behind a verdict. */
  async statements(
    standard: string,
    wanted: { readonly range: TimeRange; readonly point: string | undefined; readonly asOf: string | undefined },
    scope: Scope,
  ) {
    return this.standards.statements({ standard, ...wanted }, await this.edits(), scope);
  }

  /** What a change would do; the reason is asked for when it is made. */
  async preview(id: string, { from, to, effectiveFrom, limits, isRetroactive }: PreviewQuery, scope: Scope) {
    const edit = { effectiveFrom, limits: limitsIn(limits), isRetroactive, reason: '–' };
    const range = timeRange(from, to);
    const found = await this.standards.preview({ standard: id, range, edit, today: this.today() }, await this.edits(), scope);
    const { city, points, moved } = found;
    const told = { limits: found.limits, city: city && movedOf(city), points, moved: moved.map(movedOf) };
    return { standard: id, ...range, effectiveFrom, ...told };
  }

  /** How much the standard would find by other numbers. */
  async volume(id: string, { from, to, limits }: VolumeQuery, scope: Scope) {
    const range = timeRange(from, to);
    const asked = { standard: id, range, limits: limitsIn(limits), today: this.today() };
    return { standard: id, ...range, ...(await this.standards.volume(asked, await this.edits(), scope)) };
  }

  async set(id: string, { reason, ...edit }: SetStandard, madeBy: string) {
    refuseNumberOfPerson('reason', reason);
    await changeStandard(this.stores, id, edit, { madeBy, reason, now: this.now() });
    return this.page(id);
  }

  private edits(): Promise<readonly StandardEdit[]> {
    return listStandardChanges(this.stores.records);
  }

  private today(): string {
    return cityDay(this.now(), this.stores.city.settings.zone);
  }
}
