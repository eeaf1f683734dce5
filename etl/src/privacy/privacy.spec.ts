import { openWarehouse, sql, trusted, type Warehouse, WarehouseError } from '@evenhand/warehouse';
import { contactText, isFillerContact } from './contact-text';
import { nameKey, nameKeySql } from './name-key';
import { looksLikePersonalNumber, mayBePersonal, shapeOf } from './personal-shapes';
import { digestSql, listedPseudonymSql, PseudonymKey, pseudonymSql } from './pseudonym';

const KEY = 'c0ffee'.repeat(10);
const key = new PseudonymKey(KEY);
let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await openWarehouse('memory')));
afterAll(() => warehouse.close());

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
async function inEngine(expression: (text: string) => string, texts: readonly string[]): Promise<unknown[]> {
  const statement = `SELECT ${expression('t')} AS r FROM (SELECT arrayJoin([${texts.map(quoted).join(', ')}]) AS t)`;
  return (await warehouse.rows<{ r: unknown }>(key.bind(statement))).map(({ r }) => r);
}

describe('the key of a name', () => {
  const SPELLINGS = ['Thuỷ  Hoà', 'Thủy Hòa', 'THỦY HÒA', ' thuỷ\u00a0hoà ', 'Thủy Hòa'.normalize('NFD')];

  it('is the same however the name was typed, in the engine as in JavaScript', async () => {
    expect(new Set(SPELLINGS.map(nameKey))).toEqual(new Set(['thuỷ hoà']));
    expect(new Set(await inEngine(nameKeySql, SPELLINGS))).toEqual(new Set(['thuỷ hoà']));
  });

  it('leaves alone what has its tone mark in one place only', async () => {
    const names = ['của mùa', 'hoàn toàn', 'nguyễn thuỳ', 'khuỷu quý', 'đống đa', 'mộc', 'huỳnh', 'loè xoè', 'tuỵ', 'ngoẵng'];
    expect(names.map(nameKey)).toEqual(names);
    expect(await inEngine(nameKeySql, names)).toEqual(names);
  });
});

describe('a pseudonym', () => {
  it('is one for all spellings, another for another person, kind or installation', () => {
    expect(key.of('staff', 'Nguyễn Thị Thuỷ')).toBe(key.of('staff', 'NGUYỄN THỊ THỦY'));
    const different = [
      key.of('staff', 'A'),
      key.of('staff', 'B'),
      key.of('contact', 'A'),
      new PseudonymKey('b'.repeat(64)).of('staff', 'A'),
    ];
    expect(new Set(different.map((text) => text.split('_')[1])).size).toBe(4);
    expect(key.of('staff', 'A')).toMatch(/^staff_[0-9a-f]{24}$/);
  });

  it('is the same from the engine and from JavaScript', async () => {
    const names = ['Nguyễn Văn Hòa', 'NV-00004-G1', ' 12 ', ''];
    expect(await inEngine((text) => pseudonymSql('staff', text), names)).toEqual(names.map((name) => key.of('staff', name)));
  });

  it('is the same where it is looked up in a list, whether the list has it or not', async () => {
    const names = ['Nguyễn Văn Hòa', 'nguyễn văn hoà', 'NV-00004-G1', ''];
    await warehouse.run(sql`CREATE TABLE listed (digest FixedString(16), pseudonym String) ENGINE = Join(ANY, LEFT, digest)`);
    await warehouse.run(
      key.bind(`INSERT INTO listed SELECT ${digestSql('name')}, ${pseudonymSql('staff', 'name')} FROM (SELECT 'Nguyễn Văn Hòa' AS name)`),
    );
    expect(await inEngine((text) => listedPseudonymSql('staff', text, 'listed'), names)).toEqual(
      names.map((name) => key.of('staff', name)),
    );
  });

  it('stays when it is read again', async () => {
    const once = key.of('staff', 'Nguyễn Văn Hòa');
    expect(key.of('staff', once)).toBe(once);
    expect(await inEngine((text) => pseudonymSql('staff', text), [once])).toEqual([once]);
  });

  it('keeps its key out of the engine’s list of statements, its errors and the text of the object', async () => {
    const hmac = pseudonymSql('staff', 'query');
    const listed = await warehouse.rows<{ query: string }>(key.bind(`SELECT query FROM system.processes WHERE ${hmac} != ''`));
    expect(listed.map(({ query }) => query).join()).toContain('[HIDDEN');
    const failing = [
      `SELECT nope, ${pseudonymSql('staff', "'a'")}`,
      `SELECT ${pseudonymSql('staff', 'toString(number)')}, throwIf(number = 3) FROM numbers(5)`,
      `SELECT ${pseudonymSql('staff', 'number')} FROM numbers(5)`,
    ];
    const told = [JSON.stringify(listed), JSON.stringify(key), String(key)];
    for (const statement of failing)
      await warehouse.rows(key.bind(statement)).catch((error: unknown) => {
        expect(error).toBeInstanceOf(WarehouseError);
        const { message, query, cause } = error as WarehouseError; // checked in the line before
        told.push(message, query, String(cause));
      });
    expect(told).toHaveLength(3 + 3 * failing.length);
    expect(told.filter((text) => text.includes(KEY))).toEqual([]);
  });
});

describe('a contact', () => {
  it('is one however the number is written', async () =>
    expect(await inEngine(contactText, ['0912 345 678', '+84912345678', '0912.345.678', '84-912-345-678', '(091) 2345678'])).toEqual(
      Array(5).fill('0912345678'),
    ));

  it('is nobody when the form was filled with a dummy number', async () => {
    const filler = ['000000001', '000000000', '111111111', '0123456789', '123456789012', '1', '999999999999'];
    expect(await inEngine(isFillerContact, filler)).toEqual(filler.map(() => 1));
    expect(await inEngine(isFillerContact, ['0912345678', '001099012345', 'a@b.vn'])).toEqual([0, 0, 0]);
  });
});

describe('personal data', () => {
  it('is recognised in a code by its shape', async () => {
    expect(
      await inEngine(looksLikePersonalNumber, ['0912345678', '0912.345.678', '+84 912 345 678', '001099012345', 'a.b@hanoi.gov.vn']),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(await inEngine(looksLikePersonalNumber, ['2.000908', '00004', 'Bộ phận Một cửa', 'NV-00004-G1', 'kiosk-0123'])).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });

  it('is suspected in a text when it could be a name, a number or an address', async () => {
    const suspected = ['Nguyễn Văn An', 'NGUYEN VAN AN', 'nguyen van an', 'Thị Thử', '123456789', 'Số 12 ngõ 34 phố Huế', 'x 0912345678'];
    expect(await inEngine(mayBePersonal, suspected)).toEqual(suspected.map(() => 1));
    const plain = ['Tiếp nhận', 'Bộ phận Một cửa', '000.00.004.H26-261005-0001', 'yesterday', 'P1', '2026-10-05 25:10:00', ''];
    expect(await inEngine(mayBePersonal, plain)).toEqual(plain.map(() => 0));
  });

  it('leaves its shape and nothing else', async () =>
    expect(await inEngine(shapeOf, ['Nguyễn 0912-3', 'a@b.vn'])).toEqual(['xxxxxx 9999-9', 'x@x.xx']));

  it('needs no key to be recognised', async () =>
    expect(await warehouse.rows(sql`SELECT ${trusted(mayBePersonal("'a'"))} AS r`)).toEqual([{ r: 0 }]));
});
