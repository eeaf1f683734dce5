import { type FileHandle, open } from 'node:fs/promises';

const FLUSH_CHARACTERS = 1 << 20;
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\', '\0': '\\0' };

const written = (field: string): string => field.replace(/[\t\n\r\\\0]/g, (character) => ESCAPES[character] ?? '');

/** A row as it stands in the file that it comes from. */
export interface ConvertedRow {
  readonly line: number;
  /** True when the row has more or fewer fields than it may have. */
  readonly isTorn?: boolean;
  readonly fields: readonly string[];
}

/** A table that a file is written anew as, row by row, so that the engine can read it. */
export class ConvertedTable {
  private text = '';

  private constructor(private readonly file: FileHandle) {}

  static async create(path: string): Promise<ConvertedTable> {
    return new ConvertedTable(await open(path, 'w', 0o600));
  }

  /** Names the columns; comes before the first row. */
  header(columns: readonly string[]): void {
    this.text += `${['_line', '_is_torn', ...columns].map(written).join('\t')}\n`;
  }

  add({ line, isTorn = false, fields }: ConvertedRow): void {
    this.text += `${line}\t${isTorn ? 1 : 0}\t${fields.map(written).join('\t')}\n`;
  }

  /** Writes what has gathered; call it between pieces of input, so that memory holds one piece. */
  async flush(isLast = false): Promise<void> {
    if (this.text.length < FLUSH_CHARACTERS && !isLast) return;
    const text = this.text;
    this.text = '';
    await this.file.writeFile(text);
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
