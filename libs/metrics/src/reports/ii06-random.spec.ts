import {
  addDays,
  ATTRIBUTIONS,
  type Day,
  type II06Cell,
  type II06Cells,
  NO_CELLS,
  PERIOD_KINDS,
  periodsOfYear,
  rangeOfPeriod,
  REPORT_CALENDARS,
  type TimeRange,
  wholeCity,
} from '@evenhand/domain';
import fc from 'fast-check';
import { dossierRow, knownRow, pointRow } from '../testing/case-rows';
import { city, dayIn } from '../testing/city';
import { TestWarehouse } from '../testing/test-warehouse';
import { ReportII06 } from './report-ii06';

const KNOWN = '2027-02-01T03:00:00Z';
const SEED = 20_260_915;

const instant = (day: Day, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const hour = fc.nat({ max: 23 });
const cases = fc.record({
  received: fc.tuple(fc.nat({ max: 400 }), hour),
  due: fc.option(fc.tuple(fc.nat({ max: 40 }), hour), { freq: 8 }),
  finished: fc.option(fc.tuple(fc.nat({ max: 60 }), hour), { freq: 4 }),
  status: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  channel: fc.constantFrom('online', 'direct', 'post', ''),
  field: fc.constantFrom('land', 'justice', ''),
  place: fc.nat({ max: 2 }),
});

const random = fc
  .sample(cases, { numRuns: 400, seed: SEED })
  .map(({ received: [day, at], due, finished, status, channel, field, place }) => {
    const begun = addDays('2025-11-20', day);
    const after = (span: readonly [number, number] | null): string | null => (span ? instant(addDays(begun, span[0] + 1), span[1]) : null);
    return { received: instant(begun, at), due: after(due), finished: after(finished), status, channel, field, point: `P${place}` };
  });

/** The same, dossier by dossier. */
function counted({ from, to }: TimeRange): II06Cells {
  const sums: Record<II06Cell, number> = { ...NO_CELLS };
  const over = [to, dayIn(KNOWN) ?? ''].sort()[0] ?? '';
  for (const one of random) {
    const received = dayIn(one.received) ?? '';
    const [due, finished] = [dayIn(one.due), dayIn(one.finished)];
    const end = finished ?? (one.status === 7 ? received : null);
    if (one.status === 1 || one.status === 3 || received >= to || (end !== null && end < from)) continue;
    const isSettled = !!end && end < to;
    sums.received++;
    sums[received < from ? 'carried_over' : one.channel === 'online' ? 'received_online' : 'received_direct']++;
    sums[isSettled ? 'settled' : 'open']++;
    if (isSettled && (one.status === 7 || !due || end === due)) sums.settled_on_time++;
    else if (isSettled) sums[end < (due ?? '') ? 'settled_early' : 'settled_late']++;
    else sums[due && due < over && ![5, 6, 8].includes(one.status) ? 'open_late' : 'open_within']++;
  }
  return sums;
}

describe('report II.06 of 400 random dossiers', () => {
  let store: TestWarehouse;
  beforeAll(async () => {
    store = await TestWarehouse.open();
    await store.fill({
      dossier: random.map((one, index) => ({
        ...dossierRow(one),
        authority_code: ['D1', 'D2', ''][index % 3],
        applicant_ward: ['00004', ''][index % 2],
      })),
      // One ward for some of the time only, one point without a ward.
      service_point: [pointRow('P0', '00004', 'B1', '2026-03-01', '2026-08-01'), pointRow('P1', '00008', 'B1'), pointRow('P2', '', 'B2')],
      known_until: [knownRow('dossier', 'national', KNOWN)],
    });
  });
  afterAll(() => store.close());

  const periods = REPORT_CALENDARS.flatMap((calendar) => PERIOD_KINDS.flatMap((kind) => periodsOfYear(calendar, kind, 2026))).filter(
    ({ kind, number }) => kind !== 'month' || number % 4 === 1,
  );

  it('counts every cell of every period as a count dossier by dossier does, in both calendars', async () => {
    const reports = new ReportII06(store.warehouse, city);
    for (const period of periods) {
      const { total } = await reports.report({ period, attribution: 'reception', units: 'city' }, wholeCity);
      expect([period, total]).toEqual([period, counted(rangeOfPeriod(period))]);
    }
  });

  it('keeps every law in every unit, whosever a dossier is, and its units add up to the city', async () => {
    const reports = new ReportII06(store.warehouse, city);
    for (const attribution of ATTRIBUTIONS)
      for (const period of periods.filter(({ kind, number }) => kind === 'quarter' && number > 1)) {
        const { units, total } = await reports.report({ period, attribution, units: [] }, wholeCity);
        expect(units.length).toBeGreaterThan(1);
        expect(units.flatMap(({ checks }) => checks.flatMap(({ breaches }) => breaches))).toEqual([]);
        expect(total).toEqual(counted(rangeOfPeriod(period)));
      }
  });
});
