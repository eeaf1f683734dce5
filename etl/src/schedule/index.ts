export { type ScheduleOverview, scheduleOverview } from './schedule-overview';
export { type ScheduleRunner, startSchedules } from './schedule-runner';
export type { ScheduleSettings } from './schedule-settings';
