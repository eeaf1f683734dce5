import { Injectable } from '@angular/core';
import { remembered } from '../preferences/remembered';

/** When this browser was last seen here, and when the visit before ended; instants in ISO 8601. */
export interface Visit {
  readonly seenAt: string;
  readonly previous: string | null;
}

/** So long away and it is another visit. */
const PAUSE_MS = 30 * 60_000;
const EVERY_MS = 60_000;
const NAME = 'visit';

const isInstant = (text: unknown): text is string => typeof text === 'string' && !Number.isNaN(Date.parse(text));

/** Reads what was remembered; what is no visit is forgotten. */
export function readVisit(text: string | null): Visit | null {
  try {
    const said: unknown = JSON.parse(text ?? 'null');
    if (typeof said !== 'object' || said === null || !('seenAt' in said) || !isInstant(said.seenAt)) return null;
    return { seenAt: said.seenAt, previous: 'previous' in said && isInstant(said.previous) ? said.previous : null };
  } catch {
    return null; // whatever stands there was not written by this app
  }
}

/** The visit as it goes on, or a new one after a pause: then the end of the last is what news are counted from. */
export function visitAt(before: Visit | null, now: string): Visit {
  if (before === null) return { seenAt: now, previous: null };
  const isNew = Date.parse(now) - Date.parse(before.seenAt) > PAUSE_MS;
  return { seenAt: now, previous: isNew ? before.seenAt : before.previous };
}

/** Remembers in this browser, and nowhere else, when its reader was here. */
@Injectable({ providedIn: 'root' })
export class LastVisit {
  /** When the visit before this one ended; `null` on the first. */
  readonly previous = this.remember();

  constructor() {
    setInterval(() => {
      if (document.visibilityState === 'visible') this.remember();
    }, EVERY_MS);
  }

  private remember(): string | null {
    const visit = visitAt(readVisit(remembered.read(NAME)), new Date().toISOString());
    remembered.write(NAME, JSON.stringify(visit));
    return visit.previous;
  }
}
