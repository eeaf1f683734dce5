import { type Dimension, type Filter, type Question, startOfMonth, wholeCity } from '@evenhand/domain';
import { randomFrom } from '@evenhand/statistics';
import { knownRow, pointRow, ticketRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { solved } from './recoverable';

const PLACES = [
  ['P1', 'W1', 'B1'],
  ['P2', 'W1', 'B1'],
  ['P3', 'W2', 'B1'],
  ['P4', 'W3', 'B2'],
  ['P5', 'W3', 'B2'],
] as const;
const MONTHS = Array.from({ length: 6 }, (_, index) => startOfMonth('2026-01-01', index));
const FIELDS = ['civil', 'land'] as const;

interface Piece {
  readonly key: Readonly<Partial<Record<Dimension, string>>>;
  readonly n: number;
}

const random = randomFrom(4);
const upTo = (most: number): number => random.below(most + 1);
const PIECES = PLACES.flatMap(([point, ward, branch]) =>
  MONTHS.flatMap((month) =>
    FIELDS.map((field): Piece => ({ key: { point, ward, branch, month, field }, n: upTo(upTo(1) === 0 ? 4 : 20) })),
  ),
);

/** Months, quarters and other stretches, of single places and of several, by place and by field. */
function someQuestions(): readonly Question[] {
  const wheres: readonly (readonly Filter[])[] = [
    [],
    ...PLACES.map(([point]) => [{ dimension: 'point' as const, values: [point] }]),
    [{ dimension: 'point', values: ['P1', 'P4'] }],
    [{ dimension: 'ward', values: ['W1'] }],
  ];
  const bys: readonly (readonly Dimension[])[] = [[], ['point'], ['ward'], ['branch', 'month'], ['point', 'month']];
  const ofPlaces = bys.flatMap((by) => wheres.map((where) => ({ by, where })));
  const ofFields = [
    { by: ['field'] as const, where: [] },
    { by: [], where: [{ dimension: 'field' as const, values: ['land'] }] },
  ];
  const ranges = [...MONTHS.keys()].flatMap((first) => [1, 2, 3, 5].map((months) => [first, months] as const));
  return ranges
    .filter(([first, months]) => first + months <= MONTHS.length)
    .flatMap(([first, months]) =>
      [...ofPlaces, ...ofFields]
        .filter(() => random.share() < 0.25)
        .map((asked) => ({
          ...{ metrics: ['tickets'], ...asked, exact: false, view: 'public' as const },
          from: MONTHS[first] ?? '',
          to: startOfMonth(MONTHS[first] ?? '', months),
        })),
    );
}

describe('public answers of the engine', () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.fill({
      ticket: PIECES.flatMap(({ key: { point = '', month = '', field = '' }, n }) =>
        Array.from({ length: n }, () =>
          ticketRow({
            point,
            field,
            issued: `${month.slice(0, 8)}05T02:00:00Z`,
            called: `${month.slice(0, 8)}05T02:05:00Z`,
            outcome: 'served',
          }),
        ),
      ),
      service_point: PLACES.map(([point, ward, branch]) => pointRow(point, ward, branch)),
      known_until: [knownRow('ticket', 'queue', '2026-07-31T12:00:00Z')],
    });
  });
  afterAll(() => test.close());

  it('[P2] tell of no month of a point with one to four cases, nor of such a month of a field, by whatever sums of two hundred questions', async () => {
    const kinds = { places: new Map<string, number>(), fields: new Map<string, number>() };
    const sums: { places: number[][]; fields: number[][] } = { places: [], fields: [] };
    const piecesOf = (kind: 'places' | 'fields', of: readonly Piece[]): readonly number[] => {
      const names = of.map(({ key }) => (kind === 'places' ? `${key.point} ${key.month}` : `${key.field} ${key.month}`));
      return [...new Set(names)].map((name) => {
        const at = kinds[kind].get(name) ?? kinds[kind].size;
        kinds[kind].set(name, at);
        return at;
      });
    };
    let asked = 0;
    let hidden = 0;
    for (const question of someQuestions()) {
      asked++;
      const isOfFields = question.by.includes('field') || question.where.some(({ dimension }) => dimension === 'field');
      const kind = isOfFields ? 'fields' : 'places';
      for (const { key, values } of (await test.answers.answer(question, wholeCity)).rows) {
        const isOf = ({ key: own }: Piece): boolean =>
          (own.month ?? '') >= question.from &&
          (own.month ?? '') < question.to &&
          question.where.every(({ dimension, values: kept }) => kept.includes(own[dimension] ?? '')) &&
          Object.entries(key).every(([dimension, code]) => own[dimension as Dimension] === code);
        const behind = PIECES.filter(isOf);
        const n = values['tickets']?.n ?? null;
        if (n === null) hidden++;
        else expect(n).toBe(behind.reduce((sum, piece) => sum + piece.n, 0));
        if (n !== null) sums[kind].push([...piecesOf(kind, behind)]);
      }
    }
    expect(asked).toBeGreaterThan(150);
    expect(hidden).toBeGreaterThan(50);
    for (const kind of ['places', 'fields'] as const) {
      const told = new Set(solved(sums[kind]).singles());
      const small = [...kinds[kind]].filter(([name, at]) => {
        const n = PIECES.filter(({ key }) => `${kind === 'places' ? key.point : key.field} ${key.month}` === name).reduce(
          (sum, piece) => sum + piece.n,
          0,
        );
        return n > 0 && n < 5 && told.has(at);
      });
      expect(small).toEqual([]);
    }
  });

  it.each([
    [{ by: ['point' as const, 'field' as const] }, 'not by "field" and a place together'],
    [{ by: ['field' as const, 'channel' as const] }, 'not by "field" and "channel" together'],
    [{ asOf: '2026-06-30' }, 'The public sees each month as it was told'],
    [{ from: '2020-01-01' }, 'at most 5 calendar years'],
  ])('are of tables whose pieces are judged: %j is refused', async (rest, sentence) => {
    await expect(test.ask('tickets', { from: '2026-01-01', to: '2026-07-01', view: 'public', ...rest })).rejects.toThrow(sentence);
  });
});
