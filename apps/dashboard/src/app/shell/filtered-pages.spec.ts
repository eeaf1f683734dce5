import { isFiltered } from './filtered-pages';

describe('the filters of the frame', () => {
  it('stand where they narrow what is shown, and nowhere else', () => {
    const shown = ['/city', '/points/00340', '/standards/waiting_time', '/data', '/'].map(isFiltered);
    const hidden = ['/calendar', '/administration', '/dossiers/000.00.166', '/reports'].map(isFiltered);
    expect([shown, hidden]).toEqual([Array(5).fill(true), Array(4).fill(false)]);
  });
});
