export { scheduledSources, type ScheduledSource } from './scheduled-source';
export { type ScheduleRunner, startSchedules } from './schedule-runner';
export type { SlotEvent } from './scheduler';
export { type ScheduleOverview, scheduleOverview } from './schedule-overview';
export type { ScheduleSettings } from './schedule-settings';
export { latestSlot, nextSlot } from './slot-times';
