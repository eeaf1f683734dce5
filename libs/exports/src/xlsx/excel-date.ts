import { wallMsOf } from '../cell-text';

const MS_PER_DAY = 86_400_000;
/** Day 0 of the calendar that spreadsheets count days by, its 29 February 1900 included. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Days before this one are counted differently by different programs; they stay text. */
const FIRST_DAY = '1900-03-01';

const serial = (utc: number): number => (utc - DAY_ZERO) / MS_PER_DAY;

/** A day as spreadsheets count it; `null` for what is none. */
export function daySerial(text: string): number | null {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= FIRST_DAY ? Date.parse(text) : NaN;
  return Number.isNaN(utc) ? null : serial(utc);
}

const MS_PER_MINUTE = 60_000;

/** Reads instants as spreadsheets count them: the wall clock of the zone, to the minute; `null` for what is none. */
export function instantSerials(zone: string): (text: string) => number | null {
  const wallMs = wallMsOf(zone);
  return (text) => {
    const wall = text < '1901' ? null : wallMs(text);
    return wall === null ? null : serial(Math.floor(wall / MS_PER_MINUTE) * MS_PER_MINUTE);
  };
}
