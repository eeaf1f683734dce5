/** How far work has come. */
export interface Progress {
  /** What is being done: "Reading and checking". */
  readonly step: string;
  /** With what: an entity and a file. */
  readonly what?: string;
  readonly done: number;
  readonly all: number;
  readonly unit: 'bytes' | 'items';
}

/** Where a command speaks to the person who typed it, wherever it runs. */
export interface Terminal {
  /** The result; goes to standard output. */
  out(text: string): void;
  /** Everything else a person should read. */
  err(text: string): void;
  progress(progress: Progress): void;
}
