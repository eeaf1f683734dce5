import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

const FLUSH_AT = 1 << 18;

/** How the rows of a file are framed. */
export interface Frame {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

/** A file that grows row by row and holds no more than a small buffer in memory. */
export class TextFile {
  private readonly descriptor: number;
  private buffer: string;
  private rows = 0;

  constructor(
    private readonly path: string,
    private readonly frame: Frame,
  ) {
    this.descriptor = openSync(path, 'wx');
    this.buffer = frame.head;
  }

  write(row: string): void {
    this.buffer += this.rows++ === 0 ? row : this.frame.separator + row;
    if (this.buffer.length > FLUSH_AT) this.flush();
  }

  /** Ends the file and gives the number of its rows; a file without rows does not stay. */
  close(): number {
    this.buffer += this.frame.tail;
    this.flush();
    closeSync(this.descriptor);
    if (this.rows === 0) rmSync(this.path);
    return this.rows;
  }

  private flush(): void {
    writeSync(this.descriptor, this.buffer);
    this.buffer = '';
  }
}
