import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Logger } from '../connections';

/** Something that happened and matters later: a sign-in, a change, an export. */
export interface Trace {
  /** Id of the account or the token, `owner`, or `nobody`; never a name. */
  readonly who: string;
  readonly did: string;
  /** To what: codes and ids, never free text. */
  readonly what?: Readonly<Record<string, string | number | boolean | null>>;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string;
}

/** Writes a trace down. */
export type TraceTaker = (trace: Trace) => void | Promise<void>;

/**
 * The one place through which everything goes that has to leave a trace. The log takes each one; whatever else keeps traces
 * is added with {@link alsoTo}. A trace that cannot be kept stops what it is about.
 */
@Injectable()
export class Traces {
  private readonly takers: TraceTaker[] = [];

  constructor(@Inject(LOG) private readonly log: Logger) {}

  alsoTo(taker: TraceTaker): void {
    this.takers.push(taker);
  }

  async leave({ before, after, ...trace }: Trace): Promise<void> {
    for (const taker of this.takers) await taker({ ...trace, before, after });
    this.log.info({ event: 'trace', ...trace });
  }
}
