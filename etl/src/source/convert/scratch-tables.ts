import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Scratch } from '../../load/scratch-stores';
import { ConvertedTable } from './converted-table';

/** Files for tests of what is written anew. */
export class ScratchTables extends Scratch {
  private files = 0;

  /** A path that no file has. */
  place(name: string): string {
    return join(this.path, `${++this.files}-${name}`);
  }

  /** The lines of the table that a file is written anew as, each split into its fields. */
  async linesOf(convert: (table: ConvertedTable) => Promise<void>): Promise<string[][]> {
    const path = this.place('table.tsv');
    const table = await ConvertedTable.create(path);
    try {
      await convert(table);
      await table.flush(true);
    } finally {
      await table.close();
    }
    return readFileSync(path, 'utf8')
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
  }
}
