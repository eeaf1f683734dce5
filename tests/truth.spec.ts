import { type CitySettings, wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { DOSSIERS, KNOWN_UNTIL, RANGE, SHIFTS, STEPS, TICKETS, TRUTH, NEXT_WORKING_DAYS } from './fixtures/truth';
import { PEOPLE } from './fixtures/truth-people';
import { dossierRow, knownRow, shiftRow, stepRow, ticketRow } from './fixtures/truth-rows';

const city: CitySettings = {
  name: { vi: 'Thành phố thử nghiệm', en: 'Test city' },
  zone: 'Asia/Ho_Chi_Minh',
  languages: ['vi', 'en'],
  isSimulated: true,
  longWaitMinutes: 20,
};

let warehouse: Warehouse;
let answers: MetricAnswers;
beforeAll(async () => {
  warehouse = await openWarehouse('memory');
  answers = new MetricAnswers(warehouse, city);
  await warehouse.insert('ticket', TICKETS.map(ticketRow));
  await warehouse.insert(
    'dossier',
    DOSSIERS.map((one, index) => dossierRow(one, index)),
  );
  await warehouse.insert('dossier_event', STEPS.map(stepRow));
  await warehouse.insert('working_day', NEXT_WORKING_DAYS);
  await warehouse.insert('shift', SHIFTS.map(shiftRow));
  for (const [table, rows] of Object.entries(PEOPLE)) await warehouse.insert(table, rows);
  await warehouse.insert(
    'known_until',
    ['ticket', 'dossier', 'dossier_event', 'shift', ...Object.keys(PEOPLE)].map((entity) => knownRow(entity, KNOWN_UNTIL)),
  );
});
afterAll(() => warehouse.close());

it('every metric has a hand-worked number', () =>
  expect(Object.keys(TRUTH).sort()).toEqual(
    answers
      .catalog()
      .map(({ id }) => id)
      .sort(),
  ));

it.each(Object.entries(TRUTH))('%s is what it comes to by hand', async (metric, truth) => {
  const question = { metrics: [metric], by: [], ...RANGE, where: [], exact: true } as const;
  const [row] = (await answers.answer(question, wholeCity)).rows;
  const { value, n, cases } = row?.values[metric] ?? {};
  expect({ value, n, cases }).toEqual({ ...truth, value: expect.closeTo(truth.value, 9) });
});
