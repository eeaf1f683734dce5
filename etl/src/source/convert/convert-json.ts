import { noListProblem } from '../reading-problem';
import { SourceProblem } from '../source-problem';
import type { ConvertedTable } from './converted-table';
import { JsonListSplitter, NoDocument } from './json-list';
import { unpacked } from './unpacked';

/** The engine reads no JSON object that is larger; a document is larger than that before long, a record never should be. */
const MOST_RECORD_BYTES = 8 * 1024 * 1024;

/** Writes the list of records of a JSON document as a table with one record per row. Throws {@link SourceProblem}. */
export async function convertJson(path: string, records: string, table: ConvertedTable): Promise<void> {
  table.header(['record']);
  const splitter = new JsonListSplitter(records.split('.'), MOST_RECORD_BYTES);
  let line = 0;
  try {
    for await (const piece of unpacked(path)) {
      for (const record of splitter.push(piece)) table.add({ line: ++line, fields: [record] });
      await table.flush();
    }
    splitter.end();
  } catch (error) {
    if (error instanceof NoDocument) throw new SourceProblem(`${path} ${error.message}.`, { cause: error });
    throw error;
  }
  if (!splitter.hasList) throw noListProblem(path, records, splitter.keysSeen);
}
