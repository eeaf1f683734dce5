import type { Interval, NoValueReason } from './answer';
import type { Label } from './label';
import type { Filter } from './question';
import type { TimeRange } from './time-range';

/** How the waits of some tickets end is asked. */
export interface WaitEndsRequest extends TimeRange {
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
}

/** A share of all people who took a ticket, 0…1; without an interval where it is nobody or everybody. */
export interface EndShare {
  readonly value: number;
  readonly interval: Interval | null;
}

/** What has become of people some minutes after they took a ticket: the three shares make one whole. */
export interface WaitEndsAt {
  readonly minutes: number;
  /** People of whom it is known that they waited for longer than this. */
  readonly followed: number;
  readonly called: EndShare;
  readonly left: EndShare;
  readonly inLine: EndShare;
  /** The share called if those who left are taken for people lost sight of, as if they had waited on: more than were called. */
  readonly calledIfNobodyLeft: EndShare;
}

/** A statement that was sent, its values beside it. */
export interface WaitEndsStatement {
  readonly table: string;
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * How waits end: called, left, or in line yet, minute by minute (Aalen and Johansen). People who wait at the moment count as
 * long as they were seen; the cases are those of `metric`.
 */
export interface WaitEnds {
  readonly range: TimeRange;
  readonly metric: string;
  /** The city's limit for a wait. */
  readonly limitMinutes: number;
  /** Why there is nothing to say; `null` where there is. */
  readonly reason: NoValueReason | null;
  readonly n: number | null;
  readonly coverage: number | null;
  readonly asOf: string | null;
  /** Each whole minute from 0 on, as far as anybody was followed. */
  readonly steps: readonly WaitEndsAt[];
  /** The step at the limit; `null` where nobody was followed for so long. */
  readonly atLimit: WaitEndsAt | null;
  /** Between what each share at the limit lies had the silent feeds told; `null` where nothing is missing. */
  readonly bounds: Readonly<Record<'called' | 'left' | 'inLine', Interval>> | null;
  readonly statement: WaitEndsStatement | null;
  /** What is found at the limit, in words. */
  readonly label: Label | null;
}
