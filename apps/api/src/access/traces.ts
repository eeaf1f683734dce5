import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Logger, NOW, type Now } from '../connections';

/** Something that happened and matters later: a sign-in, a change, an export, figures that were seen. */
export interface Trace {
  /** Id of the account or the token, `owner`, or `nobody`; never a name. */
  readonly who: string;
  readonly did: string;
  /** To what: codes and ids, never free text. */
  readonly what?: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string;
}

/** A trace and when it was left. */
export interface LeftTrace extends Trace {
  readonly at: Date;
}

/** Writes traces down, all or none. */
export type TraceTaker = (traces: readonly LeftTrace[]) => Promise<void>;

/**
 * The one place through which everything goes that has to leave a trace. The log takes each one; whatever else keeps traces
 * is added with {@link alsoTo}. A trace that cannot be kept stops what it is about.
 */
@Injectable()
export class Traces {
  private readonly takers: TraceTaker[] = [];

  constructor(
    @Inject(LOG) private readonly log: Logger,
    @Inject(NOW) private readonly now: Now,
  ) {}

  alsoTo(taker: TraceTaker): void {
    this.takers.push(taker);
  }

  leave(trace: Trace): Promise<void> {
    return this.leaveAll([{ ...trace, at: this.now() }]);
  }

  async leaveAll(traces: readonly LeftTrace[]): Promise<void> {
    for (const taker of this.takers) await taker(traces);
    for (const { who, did, what, requestId } of traces) this.log.info({ event: 'trace', who, did, what, requestId });
  }
}
