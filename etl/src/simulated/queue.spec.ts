import { serve, type Desk, type Visit } from './queue';

const visit = (issued: number, service: number, details: Partial<Visit> = {}): Visit => ({
  issued,
  field: 0,
  service,
  patience: 10_000,
  isPriority: false,
  isAbsent: false,
  firstCalled: -1,
  lastCalled: -1,
  started: -1,
  finished: -1,
  left: -1,
  desk: undefined,
  outcome: 'closed_by_system',
  ...details,
});

const desk = (counter: string, details: Partial<Desk> = {}): Desk => ({
  counter,
  agent: { code: 'NV', isContract: false, pace: 1 },
  from: 0,
  to: 3_600,
  lastCall: 3_600,
  free: 0,
  busy: 0,
  lastEnd: 0,
  ...details,
});

describe('a queue', () => {
  it('calls at once when a desk is free, and in the order of issue when none is', () => {
    const visits = [visit(0, 600), visit(37, 600), visit(74, 600)];
    serve(visits, [desk('1')], 3_600);
    // walking to the desk takes 12 s for a number issued at a multiple of 37 s, making ready for the next 15 s
    expect(visits.map(({ firstCalled }) => firstCalled)).toEqual([0, 627, 1254]);
    expect(visits.map(({ finished }) => finished)).toEqual([612, 1239, 1866]);
  });

  it('shares the visits between its desks', () => {
    const visits = [visit(0, 600), visit(1, 600), visit(2, 600)];
    serve(visits, [desk('1'), desk('2')], 3_600);
    expect(visits.map((one) => one.desk?.counter)).toEqual(['1', '2', '1']);
  });

  it('calls priority numbers first', () => {
    const visits = [visit(0, 600), visit(1, 600), visit(2, 600, { isPriority: true })];
    serve(visits, [desk('1')], 3_600);
    expect((visits[2]?.firstCalled ?? 0) < (visits[1]?.firstCalled ?? 0)).toBe(true);
  });

  it('loses those whose patience ends before they are called', () => {
    const visits = [visit(0, 600), visit(1, 600, { patience: 300 })];
    serve(visits, [desk('1')], 3_600);
    expect(visits[1]).toMatchObject({ outcome: 'abandoned', left: 301, firstCalled: -1 });
  });

  it('calls an absent person twice and serves the next', () => {
    const visits = [visit(0, 600, { isAbsent: true }), visit(1, 600)];
    serve(visits, [desk('1')], 3_600);
    expect(visits[0]).toMatchObject({ outcome: 'no_show', firstCalled: 0, lastCalled: 75, started: -1 });
    expect(visits[1]?.firstCalled).toBe(105);
  });

  it('closes the numbers that nobody called by the end', () => {
    const visits = [visit(0, 3_000), visit(1, 600), visit(2, 600)];
    serve(visits, [desk('1', { lastCall: 3_000 })], 3_600);
    expect(visits.map(({ outcome }) => outcome)).toEqual(['served', 'closed_by_system', 'closed_by_system']);
    expect(visits[2]?.left).toBe(3_600);
  });

  it('counts how long each desk was busy', () => {
    const only = desk('1');
    serve([visit(0, 600), visit(37, 300)], [only], 3_600);
    expect(only.busy).toBe(900);
  });
});
