import { columnsOf, namedCases, withFlags } from './cases';

describe('rows without columns', () => {
  const row = { dossier_code: 'H1', received_on: '2026-10-05', due_at: null, status: 9, line: 4, is_digitised: 1 };

  it('are read by the names of their values', () => {
    expect(columnsOf([row]).map(({ type }) => type)).toEqual(['text', 'day', 'instant', 'text', 'number', 'text']);
    expect(columnsOf([])).toEqual([]);
  });

  it('take the type of a value that the first row does not have from the next', () => {
    expect(columnsOf([{ line: null }, { line: 4 }])).toEqual([{ id: 'line', type: 'number' }]);
  });

  it('say yes or no where the engine counts 1 and 0, and leave what is not known', () => {
    expect(withFlags(row)).toMatchObject({ is_digitised: true, status: 9 });
    expect(withFlags({ has_electronic_result: 0, is_upheld: null })).toEqual({ has_electronic_result: false, is_upheld: null });
  });
});

describe('the name of a case in a link', () => {
  const columns = [{ id: 'ticket_id', type: 'text' }] as const;
  const named = (rows: readonly Readonly<Record<string, string>>[]): readonly string[] => [...namedCases(rows, columns).values()];

  it('is its source and its own name', () => expect(named([{ source: 'queue', ticket_id: 'T,1' }])).toEqual(['queue/T 1']));
  it('is counted through where several share it', () =>
    expect(named([{ ticket_id: 'T1' }, { ticket_id: 'T1' }])).toEqual(['/T1', '/T1/2']));
});
