import { II06_COLUMNS, II06_GROUP_LABELS } from '@evenhand/domain';
import { groupSpans, readFormCell, writeFormCell } from './form-cells';

describe('form II.06', () => {
  it('has numbers that come back from a link as they went in, the total and a field without a name included', () => {
    for (const field of [null, '', 'land', 'a/b'])
      expect(readFormCell(writeFormCell('settled_late', field))).toEqual({ cell: 'settled_late', field });
    expect([readFormCell('late'), readFormCell(null)]).toEqual([null, null]);
  });

  it('has three parts over eleven columns', () => {
    const columns = II06_COLUMNS.map((column) => ({ ...column, groupLabel: II06_GROUP_LABELS[column.group] }));
    expect(groupSpans(columns).map(({ label, span }) => [label.en, span])).toEqual([
      ['Dossiers received', 4],
      ['Dossiers settled', 4],
      ['Dossiers in progress', 3],
    ]);
  });
});
