import { statementText } from './statement-text';

describe('a copied statement', () => {
  it('brings its values as comments, each on one line whatever it holds', () => {
    const text = 'SELECT count() FROM ticket WHERE point_code IN {p0:Array(String)} AND issued_on >= {p1:Date}';
    expect(statementText({ text, values: { p0: ['P1', 'a\n-- b'], p1: '2026-10-01' } })).toBe(
      `-- p0 = ["P1","a\\n-- b"]\n-- p1 = "2026-10-01"\n${text}`,
    );
  });
});
