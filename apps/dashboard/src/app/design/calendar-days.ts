import type { Day } from '@evenhand/domain';

const two = (part: number): string => String(part).padStart(2, '0');

// The calendar works with dates of the browser's zone; only their year, month and day are ever read.
/** A day as the calendar takes it. */
export const dateOf = (day: Day): Date => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** The day of a date of the calendar. */
export const dayOf = (date: Date): Day => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
