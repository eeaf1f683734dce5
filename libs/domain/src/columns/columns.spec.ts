import fc from 'fast-check';
import { type Against, type Answer, type AnswerRow, NO_VALUE_REASONS, type SingleValue, type Value } from '../answer';
import { COMPARED_WITH, DIMENSIONS, type Question } from '../question';
import type { AnswerColumns } from './answer-columns';
import { fromColumns } from './from-columns';
import { toColumns } from './to-columns';

const sent = (answer: Answer): Answer => fromColumns(JSON.parse(JSON.stringify(toColumns(answer))) as AnswerColumns);

const number = fc.oneof(fc.constantFrom(0, 1, 0.1 + 0.2), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const interval = fc.option(fc.record({ low: number, high: number }));
/** Few different ones, so that columns are alike in all rows, in some and in none. */
const instant = fc.option(fc.constantFrom('2026-11-01T10:00:00.000Z', '2026-11-02T10:00:00.000Z'));
const name = fc.constantFrom('P1', 'P2', '', 'Điểm <b>', '__proto__', '"', '\u2028');
const range = fc.constantFrom({ from: '2026-10-01', to: '2026-11-01' }, { from: '2025-10-01', to: '2025-11-01' });

const singleOf = {
  value: fc.option(number),
  reason: fc.option(fc.constantFrom(...NO_VALUE_REASONS)),
  n: fc.option(fc.nat()),
  cases: fc.option(fc.nat()),
  interval,
  bounds: fc.oneof(fc.constant(null), interval),
  coverage: fc.option(fc.constantFrom(1, 22 / 23)),
  asOf: instant,
  version: fc.constantFrom(1, 2),
  from: fc.constantFrom('rollup' as const, 'raw' as const),
  approximate: fc.boolean(),
};
const single: fc.Arbitrary<SingleValue> = fc.record(singleOf);
const alike = fc.record({ points: fc.array(name, { maxLength: 2 }), description: fc.record({ vi: name, en: name }) });
const against: fc.Arbitrary<Against> = fc.record(
  {
    of: range,
    now: fc.option(single),
    range,
    sameWeekdays: fc.boolean(),
    value: single,
    difference: fc.option(number),
    interval,
    alike: fc.option(alike, { freq: 2 }),
  },
  { requiredKeys: ['of', 'now', 'range', 'sameWeekdays', 'value', 'difference', 'interval'] },
);
const held = fc.dictionary(fc.constantFrom(...COMPARED_WITH), against);
const value: fc.Arbitrary<Value> = fc
  .tuple(single, fc.option(held, { nil: undefined, freq: 1 }))
  .map(([figure, others]) => ({ ...figure, against: others }));
const row: fc.Arbitrary<AnswerRow> = fc.record({
  key: fc.dictionary(fc.constantFrom(...DIMENSIONS.slice(0, 3)), fc.option(name)),
  values: fc.dictionary(fc.constantFrom('tickets', 'wait_p90', 'long_wait_rate'), value),
});
const question: Question = { metrics: ['tickets'], by: ['point'], where: [], exact: false, from: '2026-10-01', to: '2026-11-01' };
const untold = fc.constantFrom(undefined, [{ metric: 'tickets', from: '2026-10-01', to: '2026-11-01', toldOn: '2026-11-16' }]);
/** Rows that repeat some, as columns of real answers do. */
const rows = fc
  .array(row, { maxLength: 4 })
  .chain((some) => (some.length === 0 ? fc.constant(some) : fc.array(fc.oneof(fc.constantFrom(...some), row), { maxLength: 8 })));

const figure = (own: Partial<Value>): Value => ({
  ...{ value: 5, reason: null, n: 5, cases: null, interval: null, bounds: null, coverage: 1 },
  ...{ asOf: '2026-11-01T10:00:00.000Z', version: 1, from: 'rollup', approximate: false, ...own },
});
const answerOf = (figures: readonly Value[]): Answer => ({
  question,
  rows: figures.map((tickets, index) => ({ key: { point: `P${index}` }, values: { tickets } })),
});

describe('an answer by columns', () => {
  it('is the answer that was sent row by row, whatever its rows have and lack', () => {
    fc.assert(
      fc.property(rows, untold, (all, told) => {
        const answer: Answer = { question, rows: all, untold: told };
        expect(sent(answer)).toEqual(JSON.parse(JSON.stringify(answer)));
      }),
      { numRuns: 300 },
    );
  });

  it('says once what all rows have, and leaves out what none has', () => {
    const { key, values, ...rest } = toColumns(answerOf([figure({}), figure({ value: 7, n: 7 })]));
    expect(rest).toEqual({ question, rows: 2 });
    expect(key).toEqual({ point: ['P0', 'P1'] });
    expect(values).toEqual({ tickets: { ...figure({}), value: [5, 7], n: [5, 7] } });
  });

  it('tells a reason that repeats by its place among all reasons', () => {
    const empty = figure({ value: null, reason: 'no_cases', n: 0 });
    const { values } = toColumns(answerOf([figure({}), empty, empty, figure({})]));
    expect(values['tickets']?.reason).toEqual({ of: [null, 'no_cases'], at: [0, 1, 1, 0] });
    expect(values['tickets']?.value).toEqual([5, null, null, 5]);
  });

  it('refuses columns that end before the answer does', () => {
    expect(() => fromColumns({ ...toColumns(answerOf([figure({}), figure({ value: 7 })])), rows: 3 })).toThrow('ends before row 2');
  });
});
