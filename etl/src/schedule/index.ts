export { scheduledSources, type ScheduledSource } from './scheduled-source';
export { type ScheduleRunner, startSchedules } from './schedule-runner';
export type { SlotEvent } from './scheduler';
export { latestSlot, nextSlot } from './slot-times';
