import fc from 'fast-check';
import { dayIn } from './city';
import { knownRow } from './case-rows';
import type { TestCity } from './test-warehouse';

const START = Date.parse('2026-03-01T17:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (ms: number): string => new Date(ms).toISOString();
const point = fc.constantFrom('P1', 'P2', 'P3', 'P9');
const instant = fc.integer({ min: 0, max: 5 * DAY - 1 }).map((offset) => at(START + offset));
const person = fc.constantFrom('A', 'B', 'C', 'H');
const origin = { file: 'people.csv', line: 1 };

const form = fc
  .record({ id: fc.uuid(), point, answered: instant, device: fc.constantFrom('A', 'B', ''), fill: fc.integer({ min: 1, max: 60 }) })
  .chain((one) =>
    fc.array(fc.constantFrom(0, 25, 50, 75, 100, null), { minLength: 5, maxLength: 5 }).map((scores) =>
      ['attitude', 'waiting', 'on_time', 'apology', 'facilities'].map((question, index) => ({
        ...origin,
        source: 'survey',
        form_id: one.id,
        question,
        score: question === 'apology' ? scores[index] : (scores[index] ?? 50),
        point_code: one.point,
        device: one.device,
        fill_seconds: one.fill,
        answered_at: one.answered,
        answered_on: dayIn(one.answered),
      })),
    ),
  );

const task = fc
  .record({ id: fc.uuid(), kind: fc.constantFrom('document', 'interlinked', 'department_step'), point, person, assigned: instant })
  .map(({ id, kind, point: code, person: staff, assigned }) => ({
    ...origin,
    source: 'tasks',
    task_id: id,
    kind,
    unit: 'civil_status',
    point_code: code,
    staff,
    assigned_at: assigned,
    assigned_on: dayIn(assigned),
  }));

const posting = fc
  .record({ point, person, from: fc.constantFrom('2026-01-01', '2026-03-03'), staffClass: fc.constantFrom('civil_servant', 'contract') })
  .map(({ point: code, person: staff, from, staffClass }) => ({
    ...origin,
    source: 'register',
    staff,
    point_code: code,
    staff_class: staffClass,
    permitted_actions: 'guide;sign',
    started_on: from,
  }));

const activity = fc
  .record({
    point,
    counted: instant,
    name: fc.constantFrom('assisted_submission', 'household_visit'),
    quantity: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ point: code, counted, name, quantity }) => ({
    ...origin,
    source: 'counts',
    point_code: code,
    counted_on: dayIn(counted),
    activity: name,
    quantity,
  }));

const published = (unit: string): object => ({
  ...origin,
  source: 'portal',
  unit_code: unit,
  metric: 'MDHL',
  period_from: '2026-03-02',
  period_to: '2026-03-09',
  score: 15,
  max_score: 18,
  published_on: '2026-03-10',
});

interface Rated {
  readonly point_code: string;
}

interface Issued extends Rated {
  readonly ticket_id: string;
}

/** Every second rating names a ticket of its point, every third a device. */
function naming(ratings: readonly Rated[], tickets: readonly Issued[]): object[] {
  return ratings.map((rating, index) => {
    const ofPoint = tickets.filter(({ point_code: code }) => code === rating.point_code);
    const ticket = index % 2 === 0 ? ofPoint[index % ofPoint.length] : undefined;
    return { ...rating, ticket_id: ticket?.ticket_id ?? '', device: index % 3 === 0 ? 'K1' : '' };
  });
}

/** The city with surveys, postings, tasks, activities and published scores, and with ratings that name tickets. */
export function withPeople(city: TestCity, seed: number): TestCity {
  const sample = <T>(one: fc.Arbitrary<T>, length: number): T[] =>
    fc.sample(fc.array(one, { minLength: length, maxLength: length }), { seed, numRuns: 1 })[0] ?? [];
  return {
    ...city,
    rating: naming((city.rating ?? []) as readonly Rated[], (city.ticket ?? []) as readonly Issued[]),
    survey_answer: sample(form, 20).flat(),
    unit_task: sample(task, 20),
    staff_posting: sample(posting, 8),
    activity_count: sample(activity, 20),
    published_score: [published('P1'), published('P2')],
    known_until: [
      ...(city.known_until ?? []),
      ...['survey_answer', 'unit_task', 'staff_posting', 'activity_count', 'published_score'].map((entity) =>
        knownRow(entity, 'people', at(START + 5 * DAY)),
      ),
    ],
  };
}
