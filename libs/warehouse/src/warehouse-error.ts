/** The engine refused or failed. The message is the engine's first sentence; `cause` keeps all of it. */
export class WarehouseError extends Error {
  override readonly name = 'WarehouseError';
  /** ClickHouse's error code name, e.g. `UNKNOWN_IDENTIFIER`; empty when the engine gave none. */
  readonly code: string;

  constructor(cause: unknown, query: string) {
    const text = cause instanceof Error ? cause.message : String(cause);
    super(text.split('\n')[0]?.slice(0, 600) ?? text, { cause });
    this.code = cause instanceof Error && 'type' in cause && typeof cause.type === 'string' ? cause.type : '';
    this.query = query;
  }

  /** The statement that failed, for the log; never shown to the asker. */
  readonly query: string;
}
