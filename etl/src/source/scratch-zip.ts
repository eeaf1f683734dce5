import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  readonly name: string;
  readonly text: string;
  /** What the zip says the part unpacks to, when it lies. */
  readonly declaredBytes?: number;
}

const DEFLATED = 8;

function headers(name: Buffer, { crc, packed, size, at }: { crc: number; packed: number; size: number; at: number }): [Buffer, Buffer] {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(DEFLATED, 8);
  local.writeUInt32LE(crc, 14);
  local.writeUInt32LE(packed, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  local.copy(central, 10, 8, 28);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE(at, 42);
  return [Buffer.concat([local, name]), Buffer.concat([central, name])];
}

/** Writes a zip for tests, also one that lies about its sizes or names. */
export function writeZip(path: string, parts: readonly Part[]): string {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text, declaredBytes } of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const size = declaredBytes ?? bytes.length;
    const [local, central] = headers(Buffer.from(name), { crc: crc32(bytes), packed: packed.length, size, at });
    files.push(local, packed);
    list.push(central);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  writeFileSync(path, Buffer.concat([...files, ...list, end]));
  return path;
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a workbook for tests holds: rows of a sheet as XML, and what they refer to. */
export interface ScratchBook {
  readonly rows: string;
  readonly sheet?: string;
  readonly strings?: string;
  readonly formats?: Readonly<Record<number, string>>;
  /** The format of each style, by its number. */
  readonly styles?: readonly number[];
  readonly countsFrom1904?: boolean;
  readonly declaredBytes?: number;
  readonly more?: readonly Part[];
}

/** Writes a workbook of one sheet for tests. */
export function writeBook(path: string, book: ScratchBook): string {
  const { rows, sheet = 'Sổ', strings = '', formats = {}, styles = [0], countsFrom1904 = false, declaredBytes, more = [] } = book;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const formatList = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  return writeZip(path, [
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${RELATIONS}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${countsFrom1904 ? 1 : 0}"/><sheets><sheet name="Ẩn" state="hidden" sheetId="1" r:id="r8"/><sheet name="${sheet}" sheetId="2" r:id="r9"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${RELATIONS}">${relation('r9', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', text: `<sst>${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet><numFmts>${formatList.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...(declaredBytes === undefined ? {} : { declaredBytes }),
    },
    ...more,
  ]);
}
