import { writeFileSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { convertXes } from './convert-xes';
import { ScratchTables } from './scratch-tables';

const scratch = new ScratchTables();
afterAll(() => scratch.remove());

const XES = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
  <float key="meta:average" value="4.1"><float key="inner" value="1"/></float>
  <trace>
    <string key="concept:name" value="HS-1"/>
    <string key="channel" value="trực tuyến &amp; tại quầy"><int key="order" value="2"/></string>
    <event>
      <string key="concept:name" value="Tiếp nhận"/>
      <date key="time:timestamp" value="2026-10-05T08:00:00+07:00"/>
      <list key="papers"><values><string key="paper" value="1"/></values></list>
    </event>
    <event><string key="concept:name" value="Trả kết quả"/></event>
  </trace>
  <trace><string key="concept:name" value="HS-2"/></trace>
</log>`;

const eventsOf = (text: string | Buffer, name = 'log.xes'): Promise<string[][]> => {
  const path = scratch.place(name);
  writeFileSync(path, text);
  return scratch.linesOf((table) => convertXes(path, table));
};

describe('an event log', () => {
  const rows = [
    ['6', '0', 'trace', '0', { trace: { 'concept:name': 'HS-1', channel: 'trực tuyến & tại quầy', 'channel/order': '2' } }],
    ['9', '0', 'event', '1', { 'concept:name': 'Tiếp nhận', 'time:timestamp': '2026-10-05T08:00:00+07:00', 'papers/paper': '1' }],
    ['14', '0', 'event', '2', { 'concept:name': 'Trả kết quả' }],
    ['16', '0', 'trace', '0', { trace: { 'concept:name': 'HS-2' } }],
  ];

  it('gives a row per trace and a row per event that repeats its trace, also traces without events', async () => {
    const [header, ...found] = await eventsOf(XES);
    expect(header).toEqual(['_line', '_is_torn', 'element', 'position', 'record']);
    const told = found.map(([line, torn, element, position, record = '']) => {
      const { trace, event } = JSON.parse(record) as { trace: object; event?: object };
      expect(event === undefined || Object.keys(trace).includes('concept:name')).toBe(true);
      return [line, torn, element, position, event ?? { trace }];
    });
    expect(told).toEqual(rows);
  });

  it('is read packed as it is read plain', async () => {
    const plain = await eventsOf(XES);
    expect(await eventsOf(gzipSync(XES), 'log.xes.gz')).toEqual(plain);
    expect(await eventsOf(zstdCompressSync(Buffer.from(XES)), 'log.xes.zst')).toEqual(plain);
  });

  it.each([
    ['it is no log', '<html/>', 'is not an XES log: its root element is <html>, not <log>.'],
    ['it ends early', XES.slice(0, -20), 'is not well-formed XML: unclosed tag'],
    [
      'it declares entities',
      '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]><log/>',
      'declares a document type; entities and document types are not read',
    ],
    [
      'a trace is described behind its events',
      '<log><trace><event/><string key="x" value="1"/></trace></log>',
      'the attribute "x" of a trace stands behind its events',
    ],
    ['an attribute has no value', '<log><trace><string key="x"/></trace></log>', 'the attribute "x" has no value (line 1).'],
    ['attributes nest without end', `<log><trace>${'<string key="x" value="1">'.repeat(100)}`, 'nests more than 64 elements'],
    ['it is not UTF-8', Buffer.from('<log><trace><string key="x" value="\xff"/></trace></log>', 'latin1'), 'is not text in UTF-8'],
    [
      'a tag has no end',
      `<log><trace><string key="${'x'.repeat(17 * 1024 * 1024)}`,
      'has a tag or a text of more than 16 million characters',
    ],
  ])('[F1] is refused when %s', async (_, text, sentence) => expect(eventsOf(text)).rejects.toThrow(sentence));

  it('is refused when its packing was cut off', async () =>
    expect(eventsOf(gzipSync(XES).subarray(0, 200), 'cut.xes.gz')).rejects.toThrow(
      'ends before its compressed data does: it was cut off on its way.',
    ));
});
