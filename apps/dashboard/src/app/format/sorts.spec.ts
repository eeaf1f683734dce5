import { clicked, readSorts, writeSorts } from './sorts';

const columns = ['name', 'n', 'share'];
const fallback = [{ column: 'name', isDescending: false }];
const click = (column: string, isAdded: boolean) => ({ column, isLargestFirst: true, isAdded });

describe('sorting by more than one column', () => {
  it('comes back from the link as it went in', () => expect(writeSorts(readSorts('-n,name', columns, fallback))).toBe('-n,name'));

  it('leaves out what is no column, and a column named twice', () => {
    expect(writeSorts(readSorts('nonsense,-n,n', columns, fallback))).toBe('-n');
    expect(readSorts('nonsense', columns, fallback)).toBe(fallback);
    expect(readSorts(null, columns, fallback)).toBe(fallback);
  });

  it('begins anew on a click and goes on with Shift', () => {
    expect(writeSorts(clicked(fallback, click('n', false)))).toBe('-n');
    expect(writeSorts(clicked(fallback, click('n', true)))).toBe('name,-n');
  });

  it('turns a column round in its place', () => {
    expect(writeSorts(clicked(readSorts('-n,name', columns, fallback), click('n', true)))).toBe('n,name');
    expect(writeSorts(clicked(readSorts('-n', columns, fallback), click('n', false)))).toBe('n');
  });

  it('keeps the last three of more columns', () => {
    const three = readSorts('-n,name,share', columns, fallback);
    expect(writeSorts(clicked(three, click('week', true)))).toBe('name,share,-week');
  });
});
