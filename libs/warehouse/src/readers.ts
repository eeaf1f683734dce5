import type { Connected } from './connect';

interface Seat {
  readonly connection: Connected;
  running: number;
}

/**
 * The connections that read. An embedded connection runs one statement at a time: a statement waits for whichever is free
 * first, so that a long one holds up nobody while another is free. Whoever has waited longest goes first.
 */
export class Readers {
  private readonly seats: readonly Seat[];
  private readonly waiting: ((seat: Seat) => void)[] = [];

  constructor(
    connections: readonly Connected[],
    private readonly statementsEach: number,
  ) {
    this.seats = connections.map((connection) => ({ connection, running: 0 }));
  }

  /** Gives the job a connection as soon as one is free. */
  async use<Result>(job: (connection: Connected) => Promise<Result>): Promise<Result> {
    const seat = this.free() ?? (await new Promise<Seat>((seated) => this.waiting.push(seated)));
    try {
      return await job(seat.connection);
    } finally {
      seat.running--;
      this.call(seat);
    }
  }

  private free(): Seat | undefined {
    const seat = this.seats.reduce<Seat | undefined>((best, one) => (best && best.running <= one.running ? best : one), undefined);
    return seat && seat.running < this.statementsEach ? taken(seat) : undefined;
  }

  private call(seat: Seat): void {
    const next = this.waiting.shift();
    if (next) next(taken(seat));
  }
}

// A seat is taken before it is handed over, so that nobody comes between.
const taken = (seat: Seat): Seat => {
  seat.running++;
  return seat;
};
