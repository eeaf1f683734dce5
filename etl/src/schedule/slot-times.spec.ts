import fc from 'fast-check';
import { CityClock } from '../city/city-clock';
import { latestSlot, nextSlot } from './slot-times';

const hanoi = new CityClock('Asia/Ho_Chi_Minh');
const berlin = new CityClock('Europe/Berlin');
const iso = (date: Date | null): string | undefined => date?.toISOString();
const twice = { at: ['18:00', '06:00'] };

describe('the slots of a schedule', () => {
  it('lie in the zone of the city: the latest may be of yesterday, the next of tomorrow', () => {
    // 05:30 and 19:00 in Hanoi
    expect(iso(latestSlot(twice, new Date('2026-10-04T22:30:00Z'), hanoi))).toBe('2026-10-04T11:00:00.000Z');
    expect(iso(nextSlot(twice, new Date('2026-10-05T12:00:00Z'), hanoi))).toBe('2026-10-05T23:00:00.000Z');
  });

  it('include the very instant as the latest, never as the next', () => {
    const six = new Date('2026-10-04T23:00:00Z');
    expect([iso(latestSlot(twice, six, hanoi)), iso(nextSlot(twice, six, hanoi))]).toEqual([six.toISOString(), '2026-10-05T11:00:00.000Z']);
  });

  it('count minutes from midnight', () => {
    const every = { every_minutes: 15 };
    expect(iso(latestSlot(every, new Date('2026-10-05T01:44:59Z'), hanoi))).toBe('2026-10-05T01:30:00.000Z');
    expect(iso(nextSlot(every, new Date('2026-10-05T01:44:59Z'), hanoi))).toBe('2026-10-05T01:45:00.000Z');
  });

  it('come once where the clocks of a city are set back, and not at all backwards', () => {
    // 25 October 2026: 03:00 in Berlin is 02:00 again.
    const slots = new Set<string | undefined>();
    for (let minute = 0; minute < 300; minute++)
      slots.add(iso(latestSlot({ at: ['02:30'] }, new Date(Date.UTC(2026, 9, 24, 23, minute)), berlin)));
    expect(slots.size).toBe(2);
  });

  it('are never in the future, and nothing lies between the latest and the next', () => {
    const schedules = fc.constantFrom(twice, { every_minutes: 5 }, { every_minutes: 1440 }, { at: ['02:30'] });
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(schedules, instants, fc.constantFrom(hanoi, berlin), (schedule, instant, clock) => {
        const now = new Date(instant);
        const latest = latestSlot(schedule, now, clock);
        const next = nextSlot(schedule, now, clock);
        if (!latest || !next) return false;
        const again = nextSlot(schedule, new Date(latest.getTime()), clock);
        return latest <= now && next > now && again !== null && again > now;
      }),
    );
  });
});
