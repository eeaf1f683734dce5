import { Injectable } from '@nestjs/common';
import type { Wallboard, WallboardQuery } from '@evenhand/contracts';
import {
  addDays,
  because,
  type Day,
  type Filter,
  InvalidQuery,
  type Question,
  type Scope,
  startOfMonth,
  type TimeRange,
} from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { liveCity } from '../live/live-points';
import { WaitingNow } from '../live/waiting-now';
import { type PointList, ServicePoints } from '../points/service-points';
import { pointsInNeed } from './points-in-need';
import { WallboardCity } from './wallboard-city';

interface FigureAsked extends TimeRange {
  readonly metric: string;
  readonly where: readonly Filter[];
  readonly view: Question['view'];
}

interface Place {
  readonly name: string | null;
  readonly where: readonly Filter[];
  readonly codes: ReadonlySet<string>;
}

function placeOf({ branch, point }: WallboardQuery, { branches, points }: PointList): Place {
  const codesOf = (list: PointList['points']): ReadonlySet<string> => new Set(list.map(({ code }) => code));
  if (branch !== undefined) {
    const found = branches.find(({ code }) => code === branch);
    if (!found)
      throw new InvalidQuery(
        'branch',
        `There is no branch "${branch}"; allowed: ${branches.map(({ code }) => code).join(', ')}.`,
        because('no_branch', { branch }),
      );
    const where = [{ dimension: 'branch', values: [branch] }] as const;
    return { name: found.name, where, codes: codesOf(points.filter(({ branchCode }) => branchCode === branch)) };
  }
  if (point === undefined) return { name: null, where: [], codes: codesOf(points) };
  const found = points.find(({ code }) => code === point);
  if (!found)
    throw new InvalidQuery(
      'point',
      `There is no service point "${point}"; GET /api/points lists their codes.`,
      because('no_point', { point }),
    );
  return { name: found.name, where: [{ dimension: 'point', values: [point] }], codes: new Set([point]) };
}

const oneDay = (day: Day): TimeRange => ({ from: day, to: addDays(day, 1) });
const MORE_THAN_A_MONTH = 31;
const wholeMonth = (day: Day): TimeRange => {
  const from = startOfMonth(day);
  return { from, to: startOfMonth(addDays(from, MORE_THAN_A_MONTH)) };
};
const DAYS_UNTIL_TOLD = 14;
/** The last month that the public is told of. */
const toldMonth = (day: Day): TimeRange => wholeMonth(startOfMonth(addDays(day, -DAYS_UNTIL_TOLD), -1));

/** Everything that one screen on a wall shows, so that it need not be let into anything else. */
@Injectable()
export class Wallboards {
  constructor(
    private readonly waiting: WaitingNow,
    private readonly answers: MetricAnswers,
    private readonly points: ServicePoints,
    private readonly city: WallboardCity,
  ) {}

  async read(query: WallboardQuery, scope: Scope): Promise<Wallboard> {
    const list = await this.points.seenBy(scope);
    const { name: place, where, codes } = placeOf(query, list);
    const { now, limitMinutes, points } = await this.waiting.read(scope);
    const shown = points.filter(({ point }) => codes.has(point));
    const { lastDay, ...city } = await this.city.read();
    const figure = (metric: string, range: (day: Day) => TimeRange, view: Question['view']) =>
      lastDay === null ? null : this.figure({ metric, ...range(lastDay), where, view }, scope);
    const nameOf = new Map(list.points.map(({ code, name }) => [code, name]));
    return {
      ...{ now, limitMinutes, place, ...city },
      line: { ...liveCity(shown, Date.parse(now)), openPoints: shown.filter(({ state }) => state === 'known').length },
      // A line is seen by everybody who stands in it; of dossiers the hall is told no more than the public.
      longWait: await figure('long_wait_rate', oneDay, 'staff'),
      onTime: await figure('on_time_rate', toldMonth, 'public'),
      help: pointsInNeed(shown).map((code) => nameOf.get(code) ?? code),
    };
  }

  private async figure({ metric, from, to, ...asked }: FigureAsked, scope: Scope): Promise<Wallboard['onTime']> {
    const { rows, untold = [] } = await this.answers.answer({ metrics: [metric], by: [], from, to, ...asked, exact: false }, scope);
    const value = rows[0]?.values[metric];
    const standard = this.answers.catalog().find(({ id }) => id === metric)?.standard ?? null;
    return value === undefined ? null : { from, to, value, standard, toldOn: untold.at(-1)?.toldOn ?? null };
  }
}
