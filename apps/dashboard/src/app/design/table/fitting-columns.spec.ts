import { fittingColumns } from './fitting-columns';

const columns = [
  { id: 'name' },
  { id: 'trend', isRoomy: true, width: 100 },
  { id: 'n', isRoomy: true, width: 60 },
  { id: 'value', width: 80 },
];
const shown = (width: number): readonly string[] => fittingColumns(columns, { width, first: 200 }).map(({ id }) => id);

describe('the columns for which there is room', () => {
  it('are all of them where they fit: 200 + 100 + 60 + 80', () => expect(shown(440)).toHaveLength(4));
  it('lose the roomy ones from the last on', () => {
    expect(shown(439)).toEqual(['name', 'trend', 'value']);
    expect(shown(379)).toEqual(['name', 'value']);
  });
  it('never lose the others: the table scrolls in its box', () => expect(shown(10)).toEqual(['name', 'value']));
});
