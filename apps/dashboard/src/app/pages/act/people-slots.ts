import type { Answer } from '@evenhand/domain';
import type { Stretch } from '@evenhand/staffing';
import { SLOT_MINUTES, type SlotLoad } from './slot-loads';

export const PEOPLE_METRICS = ['tickets', 'service_mean', 'wait_mean', 'long_wait_rate'] as const;

/** Who comes to a point in a half-hour of an average day, and how long each takes. */
export interface PeopleInSlot {
  readonly people: number;
  readonly serviceMinutes: number;
  /** Their mean wait as it was measured; `null` where nobody knows. */
  readonly waitMinutes: number | null;
  /** How many of them waited too long, as it was measured. */
  readonly over: number;
}

const keyOf = (point: string, halfHour: string): string => `${point}/${halfHour}`;

/** People by point and half-hour, on an average of the days with somebody at the counters; without those of whom too little is known. */
export function peopleBySlot(answer: Answer | null, loads: readonly SlotLoad[]): ReadonlyMap<string, PeopleInSlot> {
  const days = new Map(loads.map((load) => [keyOf(load.point, load.halfHour), load.days]));
  return new Map(
    (answer?.rows ?? []).flatMap(({ key, values }) => {
      const slot = keyOf(key.point ?? '', key.half_hour ?? '');
      const [count, service] = [values['tickets']?.value ?? null, values['service_mean']?.value ?? null];
      const staffed = days.get(slot) ?? 0;
      if (count === null || service === null || service <= 0 || staffed === 0) return [];
      const measured = { waitMinutes: values['wait_mean']?.value ?? null, over: (values['long_wait_rate']?.cases ?? 0) / staffed };
      return [[slot, { people: count / staffed, serviceMinutes: service, ...measured }] as const];
    }),
  );
}

/** The people of one half-hour; `null` where they are not known. */
export const peopleIn = (slots: ReadonlyMap<string, PeopleInSlot>, { point, halfHour }: SlotLoad): PeopleInSlot | null =>
  slots.get(keyOf(point, halfHour)) ?? null;

/** A day of a point as stretches that begin with each half-hour. */
export interface PointDay {
  readonly halfHours: readonly string[];
  readonly stretches: readonly Stretch[];
  /** The mean wait of each half-hour as it was measured. */
  readonly waits: readonly (number | null)[];
  /** People of the day who waited too long, as it was measured. */
  readonly over: number;
}

/** An average day of a point, from its first staffed half-hour on; half-hours of which too little is known are left out. */
export function dayOf(point: string, loads: readonly SlotLoad[], people: ReadonlyMap<string, PeopleInSlot>): PointDay {
  const known = loads
    .filter((load) => load.point === point)
    .flatMap((load) => {
      const slot = peopleIn(people, load);
      return slot === null ? [] : [{ load, slot }];
    })
    .sort((one, other) => one.load.halfHour.localeCompare(other.load.halfHour));
  return {
    halfHours: known.map(({ load }) => load.halfHour),
    waits: known.map(({ slot }) => slot.waitMinutes),
    over: known.reduce((sum, { slot }) => sum + slot.over, 0),
    stretches: known.map(({ load, slot }) => ({
      ...{ minutes: SLOT_MINUTES, people: slot.people, serviceMinutes: slot.serviceMinutes },
      counters: Math.max(1, Math.round(load.staffed / SLOT_MINUTES)),
    })),
  };
}
