import type { CityDescription } from '../city/city-description';
import type { QueueName } from './field-work';
import {
  ABANDONED,
  BETTER,
  CONTRACT_SHARE,
  CONTRACT_SIGNED,
  HARD_MIX,
  IDLE_BRANCHES,
  LATE,
  OVERLOADED_BRANCH,
  REISSUED,
  SENT_ON,
  SILENT,
  TINY,
  UNEVEN,
} from './planted';
import { Random } from './random';

/** One queue of a point: how many desks it has and how many numbers it gives out on an average day. */
export interface QueueProfile {
  readonly name: QueueName;
  readonly morningDesks: number;
  readonly afternoonDesks: number;
  readonly perDay: number;
}

/** What is particular about a point. */
export interface PointProfile {
  readonly code: string;
  /** The branch that manages it at the end of the year. */
  readonly branch: string;
  readonly queues: readonly QueueProfile[];
  /** Mean patience in seconds. */
  readonly patience: number;
  /** Share of the time without a visitor in which the counter counts as paused. */
  readonly pausedShareOfIdle: number;
  readonly contractShare: number;
  /** How much longer than usual a dossier takes. */
  readonly slowness: number;
  /** Index of the first day of which the queue log does not tell. */
  readonly silentFrom: string | undefined;
  /** True when lent staff open further desks after the staff move. */
  readonly gainsDesks: boolean;
  readonly onlinePerDay: number;
  /** Of those who are served, the share that is sent on to another counter. */
  readonly sentOnShare: number;
  /** The share of numbers that somebody takes because the first was cancelled. */
  readonly reissuedShare: number;
}

type Desks = readonly [morning: number, afternoon: number];

/** Numbers per day at which about one visitor in twelve waits longer than 20 minutes, by desks; found by simulation. */
const GENERAL_PER_DAY: Readonly<Record<string, number>> = { '1/1': 16.2, '2/1': 29.5, '2/2': 46.5, '3/2': 64 };
/** As above for about one in four, by desks of the land queue. */
const LAND_PER_DAY: Readonly<Record<string, number>> = { '1/1': 12, '2/2': 31.6 };
/** The point with the hard mix has so little of anything else that its raw share tells of its land queue alone. */
const FEW_BESIDES_LAND = 0.3;
/** How much more work uneven points have than their desks can take, by desks of the general queue. */
const OVERLOAD: Readonly<Record<string, number>> = { '1/1': 2, '2/1': 1.82, '2/2': 1.62, '3/2': 1.57 };

const generalDesks = (population: number): Desks =>
  population > 150_000 ? [3, 2] : population > 110_000 ? [2, 2] : population > 78_000 ? [2, 1] : [1, 1];

const queue = (name: QueueName, [morningDesks, afternoonDesks]: Desks, perDay: number): QueueProfile => ({
  name,
  morningDesks,
  afternoonDesks,
  perDay,
});

function queuesOf(code: string, population: number, random: Random): QueueProfile[] {
  const tiny = TINY[code];
  if (tiny !== undefined) return [queue('general', [1, 1], tiny * 0.75), queue('land', [1, 1], tiny * 0.25)];
  const general = code === HARD_MIX ? ([1, 1] as const) : generalDesks(population);
  const land = code === HARD_MIX ? ([2, 2] as const) : ([1, 1] as const);
  const desks = general.join('/');
  const isUneven = (UNEVEN as readonly string[]).includes(code);
  const load = isUneven
    ? (OVERLOAD[desks] ?? 1)
    : (BETTER as readonly string[]).includes(code)
      ? 0.6
      : code === HARD_MIX
        ? 1
        : random.lognormal(1, 0.07);
  return [
    queue('general', general, (GENERAL_PER_DAY[desks] ?? 1) * (code === HARD_MIX ? FEW_BESIDES_LAND : load)),
    queue('land', land, (LAND_PER_DAY[land.join('/')] ?? 1) * (isUneven ? 1.6 : load)),
  ];
}

const pausedShareOf = (branch: string): number =>
  branch === OVERLOADED_BRANCH ? 0.9 : (IDLE_BRANCHES as readonly string[]).includes(branch) ? 0.05 : 0.6;

/** The profile of each point of the city, by code. The draw of one point does not touch another. */
export function pointProfiles(city: CityDescription, seed: number): PointProfile[] {
  const branchOf = new Map(
    city.management.filter(({ validTo }) => validTo === null).map(({ pointCode, branchCode }) => [pointCode, branchCode]),
  );
  const populationOf = new Map(city.wards.map(({ code, population }) => [code, population ?? 50_000]));
  const planted: readonly string[] = [...UNEVEN, ...BETTER, HARD_MIX, ABANDONED, ...Object.keys(TINY)];
  return city.points.map(({ code, wardCode }, index) => {
    const random = new Random(seed, `profile/${code}`);
    const queues = queuesOf(code, populationOf.get(wardCode ?? '') ?? 50_000, random);
    const branch = branchOf.get(code) ?? '';
    return {
      code,
      branch,
      queues,
      patience: code === ABANDONED ? 11 * 60 : 95 * 60,
      pausedShareOfIdle: pausedShareOf(branch),
      contractShare: (CONTRACT_SIGNED as readonly string[]).includes(code) ? CONTRACT_SHARE : 0,
      sentOnShare: (SENT_ON as readonly string[]).includes(code) ? 0.25 : 0.0125,
      reissuedShare: (REISSUED as readonly string[]).includes(code) ? 0.12 : 0.004,
      slowness: (LATE as readonly string[]).includes(code) ? 1.75 : random.lognormal(1, 0.05),
      silentFrom: SILENT[code],
      gainsDesks: index % 2 === 0 && !planted.includes(code),
      onlinePerDay: queues.reduce((sum, { perDay }) => sum + perDay, 0) * 0.092,
    };
  });
}
