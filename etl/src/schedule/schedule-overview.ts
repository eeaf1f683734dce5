import { listSchedules, listSlots, type Slot } from '@evenhand/records';
import { CityClock } from '../city/city-clock';
import type { Stores } from '../stores';
import { scheduledSources } from './scheduled-source';
import type { ScheduleSettings } from './schedule-settings';
import { nextSlot } from './slot-times';

/** One source that is pulled by itself. */
export interface ScheduleOverview {
  readonly source: string;
  readonly schedule: ScheduleSettings;
  readonly isPaused: boolean;
  /** When it is pulled next: the next attempt of a slot that failed, or the next slot; `null` while it is paused. */
  readonly nextAt: string | null;
  /** The latest first. */
  readonly slots: readonly Slot[];
}

const SLOTS = 10;

/** Every source of the city with a schedule. */
export async function scheduleOverview({ records, city }: Pick<Stores, 'records' | 'city'>, now: Date): Promise<ScheduleOverview[]> {
  const decided = await listSchedules(records);
  const clock = new CityClock(city.settings.zone);
  const all: ScheduleOverview[] = [];
  for (const { name, schedule } of scheduledSources(city.sources)) {
    const isPaused = decided.get(name)?.isPaused ?? false;
    const slots = await listSlots(records, name, SLOTS);
    const next = nextSlot(schedule, now, clock)?.toISOString() ?? null;
    const attempt = slots[0]?.nextAttemptAt ?? null;
    const nextAt = isPaused ? null : attempt !== null && (next === null || attempt < next) ? attempt : next;
    all.push({ source: name, schedule, isPaused, nextAt, slots });
  }
  return all;
}
