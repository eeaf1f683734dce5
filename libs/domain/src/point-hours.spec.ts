import { PointHours, type Opening } from './point-hours';
import { HOURS, hoursRows, WEEKDAYS } from './worked-example';

const MONDAY = 1;
const SATURDAY = 6;
const inHours = (openings: readonly Opening[]) => openings.map(({ opens, closes }) => [opens / 3600, closes / 3600]);

describe('the opening hours of a point', () => {
  it('are the city’s, in order of the day, where it has none of its own', () =>
    expect(inHours(new PointHours(HOURS, 'OTHER').on('2026-10-05', MONDAY))).toEqual([
      [7, 11.5],
      [13.5, 17],
    ]));

  it('are its own on a weekday for which it has some, and the city’s on the others', () => {
    const hours = new PointHours([...HOURS, ...hoursRows('LATE', [MONDAY], [['09:00', '18:00']])], 'LATE');
    expect(inHours(hours.on('2026-10-05', MONDAY))).toEqual([[9, 18]]);
    expect(inHours(hours.on('2026-10-06', 2))).toEqual([
      [7, 11.5],
      [13.5, 17],
    ]);
  });

  it('hold from their first day up to the day before the last', () => {
    const summer = hoursRows('P', WEEKDAYS, [['06:30', '11:00']], { validFrom: '2026-05-01', validTo: '2026-10-01' });
    const hours = new PointHours([...HOURS, ...summer], 'P');
    expect(inHours(hours.on('2026-05-01', 5))).toEqual([[6.5, 11]]);
    expect(inHours(hours.on('2026-09-30', 3))).toEqual([[6.5, 11]]);
    expect(inHours(hours.on('2026-10-01', 4))).toHaveLength(2);
  });

  it('are none on a weekday that nobody names', () => expect(new PointHours(HOURS, null).on('2026-10-10', SATURDAY)).toEqual([]));

  it('give way to those of one date: closed, or open at other times', () => {
    const dates = [
      { pointCode: 'P', day: '2026-10-05', stretches: [] },
      { pointCode: null, day: '2026-10-06', stretches: [{ opensAt: '09:00', closesAt: '10:00' }] },
      { pointCode: 'P', day: '2026-10-10', stretches: [{ opensAt: '08:00', closesAt: '11:30' }] },
    ];
    const hours = new PointHours(HOURS, 'P', dates);
    expect(hours.on('2026-10-05', MONDAY)).toEqual([]);
    expect(inHours(hours.on('2026-10-06', 2))).toEqual([[9, 10]]);
    expect(inHours(hours.on('2026-10-10', SATURDAY))).toEqual([[8, 11.5]]);
    expect(inHours(new PointHours(HOURS, 'Q', dates).on('2026-10-05', MONDAY))).toHaveLength(2);
  });

  it('of a date are the point’s own before the city’s, in whatever order they were told', () => {
    const ofCity = { pointCode: null, day: '2026-10-05', stretches: [] };
    const own = { pointCode: 'P', day: '2026-10-05', stretches: [{ opensAt: '08:00', closesAt: '09:00' }] };
    expect(inHours(new PointHours(HOURS, 'P', [own, ofCity]).on('2026-10-05', MONDAY))).toEqual([[8, 9]]);
  });

  it('count no second twice where stretches touch or overlap', () => {
    const rows = hoursRows(
      null,
      [MONDAY],
      [
        ['10:00:00', '12:00:00'],
        ['08:00:00', '11:00:00'],
        ['12:00:00', '13:00:00'],
      ],
    );
    expect(inHours(new PointHours(rows, null).on('2026-10-05', MONDAY))).toEqual([[8, 13]]);
  });

  it('are unknown, not closed, on a day on which none are in force', () => {
    const rows = hoursRows('P', WEEKDAYS, [['08:00', '17:00']], { validFrom: '2026-01-01' });
    expect(() => new PointHours(rows, 'P').on('2025-12-31', 3)).toThrow('No opening hours are in force at point "P" on 2025-12-31.');
    expect(() => new PointHours([], null).on('2025-12-31', 3)).toThrow('No opening hours are in force in the city on 2025-12-31.');
  });

  it('must end after they begin', () =>
    expect(() => new PointHours(hoursRows(null, [MONDAY], [['17:00', '08:00']]), null)).toThrow(
      'Opening hours end at "08:00" but must end after they begin, "17:00".',
    ));
});
