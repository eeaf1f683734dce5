import { join } from 'node:path';
import { dueAt, wallClock, wallClockText } from '@evenhand/domain';
import { CityClock } from './city-clock';
import { workingTimeOf } from './city-working-time';
import { readCity } from './read-city';

const city = readCity(join(__dirname, '../../cities/hanoi-simulated/city.yml'));

describe('the wall clock of a city', () => {
  const hanoi = new CityClock('Asia/Ho_Chi_Minh');
  const amsterdam = new CityClock('Europe/Amsterdam');

  it('is seven hours ahead of UTC in Hanoi: 17:30 UTC is half past midnight of the next day', () =>
    expect(hanoi.at(new Date('2026-10-05T17:30:20.900Z'))).toEqual({ day: '2026-10-06', second: 30 * 60 + 20.9 }));

  it('reads 24:00 as the midnight that begins the next day', () =>
    expect(hanoi.instantOf(wallClock('2026-10-05 24:00'))).toEqual(new Date('2026-10-05T17:00:00Z')));

  it.each(['2026-03-29 01:59', '2026-03-29 03:00', '2026-07-01 12:00', '2026-10-25 03:00', '2026-12-31 23:59'])(
    'finds the instant of %s on either side of a change of the clock',
    (text) => expect(amsterdam.at(amsterdam.instantOf(wallClock(text)))).toEqual(wallClock(text)),
  );

  it('stays within the hour for a time that the clock never shows', () => {
    const shown = amsterdam.at(amsterdam.instantOf(wallClock('2026-03-29 02:30')));
    expect(['2026-03-29 01:30:00', '2026-03-29 03:30:00']).toContain(wallClockText(shown));
  });
});

describe('the working time of the simulated Hanoi', () => {
  const due = (point: string | null, received: string, hours: number) =>
    dueAt(workingTimeOf(city, point), { received: wallClock(received), limit: { unit: 'hours', count: hours } });

  it('makes eight hours one working day at counters that are open for seven', () =>
    expect(due(null, '2026-10-05 10:00', 8)).toEqual(wallClock('2026-10-06 10:00')));

  it('runs no clock on the Saturday mornings on which some points receive', () =>
    // Saturday 10 October 09:00 at Hoàn Kiếm counts as Monday 08:00; 4 of 8 hours = 3.5 of 7 = the whole morning
    expect(due('00070', '2026-10-10 09:00', 4)).toEqual(wallClock('2026-10-12 11:30')));
});
