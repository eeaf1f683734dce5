import { identifier, join, literal, param, sql } from './sql';

describe('sql', () => {
  it('[Q1] binds filter values instead of writing them into the text', () => {
    const { text, values } =
      sql`SELECT 1 FROM ticket WHERE point_code IN ${param('Array(String)', ["x' OR 1=1"])} AND issued_on >= ${param('Date', '2026-10-01')}`.render();
    expect(text).toBe('SELECT 1 FROM ticket WHERE point_code IN {p0:Array(String)} AND issued_on >= {p1:Date}');
    expect(values).toEqual({ p0: ["x' OR 1=1"], p1: '2026-10-01' });
  });

  it('numbers the parameters of nested pieces in reading order', () => {
    const inner = join([sql`a = ${param('UInt8', 1)}`, sql`b = ${param('UInt8', 2)}`], ' AND ');
    expect(sql`SELECT ${param('UInt8', 0)} WHERE ${inner} LIMIT ${param('UInt8', 3)}`.render()).toEqual({
      text: 'SELECT {p0:UInt8} WHERE a = {p1:UInt8} AND b = {p2:UInt8} LIMIT {p3:UInt8}',
      values: { p0: 0, p1: 1, p2: 2, p3: 3 },
    });
  });

  it('[Q1] refuses a name that is more than a name', () =>
    expect(() => identifier('ticket; DROP TABLE ticket')).toThrow('not a plain identifier'));

  it('escapes the literals it writes', () => expect(literal(`a'b\\c`).render().text).toBe(`'a\\'b\\\\c'`));
});
