import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { convertJson } from './convert-json';
import { ScratchTables } from './scratch-tables';

const scratch = new ScratchTables();
afterAll(() => scratch.remove());

const recordsOf = (text: string | Buffer, name = 'doc.json'): Promise<string[][]> => {
  const path = scratch.place(name);
  writeFileSync(path, text);
  return scratch.linesOf((table) => convertJson(path, 'data.items', table));
};

describe('a JSON document', () => {
  it('gives the records of its list with their number, whatever stands around and inside them', async () => {
    const records = ['{"a":"]},{[\\"\\\\"}', '[1,{"items":[2]}]', '"x,y"', '7', '{\n "data": {"items": ["no"]}\n}'];
    const text = `\ufeff{"items":["no"],"other":{"data":{"items":["no"]}},"data":{"more":[{"items":["no"]}],"items":[${records.join(' , ')}],"z":"items"}}\n`;
    expect(await recordsOf(text)).toEqual([
      ['_line', '_is_torn', 'record'],
      ...records.map((record, index) => [String(index + 1), '0', record.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')]),
    ]);
  });

  it('gives the same records wherever the pieces of the file end', async () => {
    const name = 'Hoà '.repeat(40_000);
    const records = Array.from({ length: 5 }, (_, id) => JSON.stringify({ id, name }));
    const found = await recordsOf(gzipSync(`{"data":{"items":[${records.join(',')}]}}`), 'doc.json.gz');
    expect(found.slice(1).map(([, , record]) => record)).toEqual(records);
  });

  it.each([
    ['it is a list', '[{"a":1}]', 'is not a JSON document.'],
    ['it is text', 'hello', 'is not a JSON document.'],
    ['it ends early', '{"data":{"items":[{"a":1}', 'ends before the JSON document in it does.'],
    [
      'it holds two documents',
      '{"data":{"items":[]}}\n{}',
      'holds more than one JSON document; one record per line is the format JSONEachRow.',
    ],
    [
      'its list is elsewhere',
      '{"data":{"rows":[]},"page":1}',
      'has no list of records at "data.items"; the document has the keys: data, page.',
    ],
    ['a record is missing', '{"data":{"items":[,1]}}', 'has a comma without a record before it.'],
    ['a record is too long', `{"data":{"items":["${'x'.repeat(9 * 1024 * 1024)}"]}}`, 'has a record of more than 8388608 bytes.'],
  ])('is refused when %s', async (_, text, sentence) => expect(recordsOf(text)).rejects.toThrow(sentence));
});
