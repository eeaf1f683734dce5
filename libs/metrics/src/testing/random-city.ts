import fc from 'fast-check';
import { dossierRow, eventRow, knownRow, pointRow, ratingRow, shiftRow, ticketRow } from './case-rows';
import { withPeople } from './random-people';
import type { TestCity } from './test-warehouse';

const START = Date.parse('2026-03-01T17:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const at = (ms: number): string => new Date(ms).toISOString();
const point = fc.constantFrom('P1', 'P2', 'P3', 'P9');
const field = fc.constantFrom('land', 'civil', '');
const instant = fc.integer({ min: 0, max: 5 * DAY - 1 }).map((offset) => START + offset);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
// Waits near the edges of the bins matter most.
const stretch = fc.oneof(
  fc.integer({ min: 0, max: 150 * MINUTE }),
  fc.constantFrom(0, MINUTE, 20 * MINUTE - 1, 20 * MINUTE, 20 * MINUTE + 1, 22 * MINUTE, 60 * MINUTE, 120 * MINUTE, 120 * MINUTE + 1),
);

const ticket = fc
  .record({
    point,
    field,
    issued: instant,
    wait: stretch,
    service: maybe(stretch),
    channel: fc.constantFrom('direct', 'online', ''),
    counter: fc.constantFrom('1', '2', ''),
    agent: fc.constantFrom('A', 'B', ''),
    source: fc.constantFrom('queue', 'kiosk'),
    outcome: fc.constantFrom('served', 'served', 'served', 'no_show', 'abandoned', 'waiting', 'closed_by_system', 'void'),
  })
  .map(({ issued, wait, service, outcome, ...rest }) => {
    const isCalled = outcome === 'served' || outcome === 'no_show' || outcome === 'void';
    const reached = issued + wait;
    const isServed = outcome === 'served';
    return ticketRow({
      ...rest,
      outcome,
      issued: at(issued),
      called: isCalled ? at(reached) : null,
      calledLast: isCalled ? at(reached + (rest.agent === 'B' ? 7 * MINUTE : 0)) : null,
      contact: rest.counter === '' ? '' : `${rest.agent}${rest.channel}`,
      transfers: rest.counter === '2' ? 1 : 0,
      laterWaitMs: rest.counter === '2' ? 9 * MINUTE : 0,
      started: isServed ? at(reached) : null,
      finished: isServed && service !== null ? at(reached + service) : null,
      left: outcome === 'abandoned' ? at(reached) : null,
    });
  });

const dossier = fc
  .record({
    point,
    field,
    received: fc.integer({ min: -4 * DAY, max: 5 * DAY }).map((offset) => START + offset),
    due: maybe(fc.integer({ min: 0, max: 4 * DAY })),
    taken: maybe(fc.integer({ min: 0, max: 5 * DAY })),
    status: fc.constantFrom(2, 3, 4, 7, 9, 10),
    channel: fc.constantFrom('direct', 'online', 'post'),
  })
  .map(({ received, due, taken, ...rest }) =>
    dossierRow({
      ...rest,
      received: at(received),
      due: due === null ? null : at(received + due),
      firstDue: due === null ? null : at(received + due - (rest.channel === 'post' ? 2 * DAY : 0)),
      apology: due === null || rest.channel !== 'online' ? null : at(received + due + (rest.field === '' ? 1 : -1)),
      authority: rest.field === 'land' ? 'P1' : rest.field === 'civil' ? rest.point : '',
      supplements: rest.channel === 'post' ? rest.status % 3 : 0,
      pausedMs: rest.channel === 'post' ? 30 * MINUTE : 0,
      finished: taken === null ? null : at(received + taken),
    }),
  );

const rating = fc
  .record({ point, field, rated: instant, scale: fc.constantFrom(3, 5, 10), level: fc.integer({ min: 1, max: 3 }) })
  .map((one) => ratingRow(one.point, at(one.rated), one.level, one.scale, one.field));

const shift = fc
  .record({
    point,
    staff: fc.constantFrom('A', 'B', 'C'),
    counter: fc.constantFrom('1', '2'),
    started: instant,
    minutes: fc.integer({ min: 30, max: 480 }),
  })
  .map(({ started, minutes, ...rest }) =>
    shiftRow({ ...rest, started: at(started), ended: at(started + minutes * MINUTE), pausedMs: 10 * MINUTE }),
  );

const event = fc
  .record({ point, happened: instant, agent: fc.constantFrom('A', 'B', '') })
  .map((one) => eventRow(one.point, at(one.happened), one.agent));

const many = <T>(one: fc.Arbitrary<T>, length: number) => fc.array(one, { minLength: length, maxLength: length });

/** A week of invented cases from a seed. P3 moves from ward W2 to W3 on Wednesday; P9 is no point the city knows. */
export function randomCity(seed: number): TestCity {
  const sample = <T>(one: fc.Arbitrary<T>, length: number): T[] => fc.sample(many(one, length), { seed, numRuns: 1 })[0] ?? [];
  const city: TestCity = {
    ticket: sample(ticket, 300),
    dossier: sample(dossier, 120),
    dossier_event: sample(event, 40),
    rating: sample(rating, 60),
    shift: sample(shift, 30),
    service_point: [
      pointRow('P1', 'W1', 'B1'),
      pointRow('P2', 'W2', 'B1'),
      pointRow('P3', 'W2', 'B2', '2020-01-01', '2026-03-04'),
      pointRow('P3', 'W3', 'B2', '2026-03-04'),
    ],
    working_day: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'],
    known_until: [
      knownRow('ticket', 'queue', at(START + 5 * DAY)),
      knownRow('ticket', 'kiosk', at(START + 4 * DAY)),
      knownRow('dossier', 'national', at(START + 4.5 * DAY)),
      knownRow('dossier_event', 'national', at(START + 5 * DAY)),
      knownRow('rating', 'kiosk', at(START + 5 * DAY)),
      knownRow('shift', 'roster', at(START + 5 * DAY)),
    ],
  };
  return withPeople(city, seed);
}
