import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { types, type PGlite, type QueryOptions } from '@electric-sql/pglite';

/** What TypeORM reads of a result of the `pg` module. */
export interface PgResult {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: readonly unknown[];
  readonly fields: readonly unknown[];
}

type Done<T> = (error: unknown, value?: T, release?: () => void) => void;

const asText = (value: string): string => value;
/** `pg` leaves integers of 64 bits, numerics and days as text; so the same code reads both engines alike. */
const AS_PG: QueryOptions = { parsers: { [types.INT8]: asText, [types.NUMERIC]: asText, [types.DATE]: asText } };

/** The session on loan. */
export class Loan extends EventEmitter {
  constructor(
    private readonly session: PGlite,
    readonly release: () => void,
  ) {
    super();
    this.setMaxListeners(0);
  }

  /** The whole store as one archive. Nobody else has the session meanwhile, so that it holds no half of anything. */
  async archive(): Promise<Blob> {
    await this.session.exec('CHECKPOINT');
    return this.session.dumpDataDir('gzip');
  }

  async query(text: string, values: unknown[] = []): Promise<PgResult> {
    const result = values.length > 0 ? await this.session.query(text, values, AS_PG) : (await this.session.exec(text, AS_PG)).at(-1);
    return {
      command: result?.command ?? '',
      rowCount: result?.rowCount ?? result?.affectedRows ?? 0,
      rows: result?.rows ?? [],
      fields: result?.fields ?? [],
    };
  }
}

const BUSY_LIMIT_MS = 15_000;

/** How a pool is made; TypeORM passes its own options to it. */
export interface PoolOptions {
  readonly connectionTimeoutMillis?: number | undefined;
}

/**
 * TRICKY: optimising PGlite's code takes half a gigabyte while it lasts. The records are few, and the simple code that V8
 * makes first is quick enough for them. The flags hold for WebAssembly that is compiled after they are set.
 */
function leaveWasmUnoptimised(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}

/**
 * The part of `pg` that TypeORM uses, over PGlite. PGlite is one session: the pool lends it to one query runner at a
 * time, in the order of asking, so that nothing of one transaction ever falls into another.
 */
export function singleSessionDriver(open: () => Promise<PGlite>): { readonly Pool: unknown; readonly defaults: object } {
  leaveWasmUnoptimised();
  class SingleSessionPool extends EventEmitter {
    private session: Promise<PGlite> | undefined;
    private lastLoan: Promise<void> = Promise.resolve();

    constructor(private readonly options: PoolOptions = {}) {
      super();
    }

    connect(done: Done<Loan>): void {
      this.lend().then(
        (loan) => done(null, loan, loan.release),
        (error: unknown) => done(error),
      );
    }

    end(done: (error?: unknown) => void): void {
      this.close().then(
        () => done(),
        (error: unknown) => done(error),
      );
    }

    private async close(): Promise<void> {
      await this.lastLoan;
      await (await this.session)?.close();
      this.session = undefined;
    }

    private async lend(): Promise<Loan> {
      const before = this.lastLoan;
      let release = (): void => undefined;
      const ended = new Promise<void>((done) => (release = done));
      this.lastLoan = before.then(() => ended);
      try {
        await this.turnAfter(before);
        return new Loan(await this.theSession(), release);
      } catch (error) {
        release();
        throw error;
      }
    }

    private async theSession(): Promise<PGlite> {
      this.session ??= open();
      try {
        return await this.session;
      } catch (error) {
        this.session = undefined;
        throw error;
      }
    }

    /** TRICKY: a query outside the EntityManager of an open transaction waits for that transaction, which waits for it. */
    private turnAfter(before: Promise<void>): Promise<void> {
      const limit = this.options.connectionTimeoutMillis || BUSY_LIMIT_MS;
      return new Promise((done, fail) => {
        const sentence = `The embedded records stayed busy for ${limit} ms. Inside a transaction, ask only through its EntityManager.`;
        const timer = setTimeout(() => fail(new Error(sentence)), limit);
        void before.then(() => {
          clearTimeout(timer);
          done();
        });
      });
    }
  }
  return { Pool: SingleSessionPool, defaults: {} };
}
