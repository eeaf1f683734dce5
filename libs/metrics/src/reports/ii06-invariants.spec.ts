import { II06_CELLS, type II06Cells, NO_CELLS, sumOfCells } from '@evenhand/domain';
import fc from 'fast-check';
import { checkII06 } from './ii06-invariants';

/** A row of the form made of its parts, so that every law holds in it. */
const rowOf = ([early, onTime, late, within, overdue, carried]: readonly number[]): II06Cells => {
  const [settled, open] = [(early ?? 0) + (onTime ?? 0) + (late ?? 0), (within ?? 0) + (overdue ?? 0)];
  const carried_over = Math.min(carried ?? 0, settled + open);
  return {
    ...{ received: settled + open, received_online: settled + open - carried_over, received_direct: 0, carried_over },
    ...{ settled, settled_early: early ?? 0, settled_on_time: onTime ?? 0, settled_late: late ?? 0 },
    ...{ open, open_within: within ?? 0, open_late: overdue ?? 0 },
  };
};
const rows = fc.array(fc.array(fc.nat({ max: 500 }), { minLength: 6, maxLength: 6 }).map(rowOf), { minLength: 1, maxLength: 6 });
const named = (list: readonly II06Cells[]) => list.map((cells, index) => ({ field: `F${index}`, cells }));
const broken = (claimed: Parameters<typeof checkII06>[0]) => checkII06(claimed).filter(({ breaches }) => breaches.length > 0);

describe('the laws of report II.06', () => {
  it('hold in rows that are made of their parts, and in their sum', () =>
    fc.assert(
      fc.property(rows, (list) => {
        const total = sumOfCells(list);
        return broken({ rows: named(list), total, openBefore: total.carried_over }).length === 0;
      }),
    ));

  it('name each law that one wrong number breaks, with the field and both sides', () => {
    const cells = { ...NO_CELLS, received: 5, received_online: 5, settled: 4, settled_early: 4, open: 2, open_within: 2 };
    expect(broken({ rows: named([cells]), total: cells, openBefore: 0 })).toMatchObject([
      { id: 'balance', breaches: [{ field: 'F0', cell: 'received', left: 5, right: 6 }, { field: null }] },
    ]);
  });

  it('notice a change of any single cell of a row', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom(...II06_CELLS), (list, cell) => {
        const total = sumOfCells(list);
        const [first = NO_CELLS, ...rest] = list;
        const changed = [{ ...first, [cell]: first[cell] + 1 }, ...rest];
        return broken({ rows: named(changed), total, openBefore: null }).length > 0;
      }),
    ));

  it('say when a period does not carry over what the one before left open', () => {
    const cells = { ...NO_CELLS, received: 3, carried_over: 3, open: 3, open_within: 3 };
    expect(broken({ rows: named([cells]), total: cells, openBefore: 4 })).toMatchObject([
      { id: 'continuity', breaches: [{ cell: 'carried_over', left: 3, right: 4 }] },
    ]);
  });
});
