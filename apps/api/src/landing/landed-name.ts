/** Which call a landed file holds. */
export interface LandedName {
  readonly acceptedAt: Date;
  readonly sender: string;
  /** What kind of call it was. */
  readonly service: string;
}

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-\d{6}_([a-z0-9-]+)_([A-Za-z]+)\.jsonl?$/;

/** How the names of all calls of a sender of one kind end. An underscore stands in no sender's name. */
export const endOfNames = (sender: string, service: string): string => `_${sender}_${service}.json`;

/** Reads the name of a landed file; undefined when it is none of ours. */
export function readLandedName(name: string): LandedName | undefined {
  const [, year, month, day, hour, minute, second, ms, sender, service] = NAME.exec(name) ?? [];
  if (sender === undefined || service === undefined) return undefined;
  return { acceptedAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`), sender, service };
}

/** Names calls so that their order by name is the order in which they were taken, whatever the clock does. */
export class LandedNames {
  private sequence = 0;

  /** @param latest instant that no new name may begin before: that of the last call of an earlier process */
  constructor(
    private latest: number,
    private readonly extension: 'json' | 'jsonl' = 'json',
  ) {}

  next(now: Date, { sender, service }: Pick<LandedName, 'sender' | 'service'>): string {
    this.latest = Math.max(now.getTime(), this.latest);
    this.sequence = (this.sequence + 1) % 1_000_000;
    if (this.sequence === 0) this.latest += 1;
    const time = new Date(this.latest).toISOString().replace(/[-:.]/g, '');
    return `${time}-${String(this.sequence).padStart(6, '0')}_${sender}_${service}.${this.extension}`;
  }
}
