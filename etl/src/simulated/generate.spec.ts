import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkingCalendar } from '@evenhand/domain';
import { parse } from 'csv-parse/sync';
import { readCity } from '../city/read-city';
import { Days } from './days';
import { generateCity, type Simulation } from './generate';
import { asCompact, dueAfter, SECONDS_PER_DAY } from './instants';
import { REGISTER_NAMES } from './registers/register-files';

const city = readCity(join(__dirname, '../../cities/hanoi-simulated/city.yml'));
const HOAN_KIEM = '00070';
const SMALL: Simulation = { seed: 7, range: { from: '2026-01-01', to: '2026-03-01' }, points: [HOAN_KIEM, '00340', '09661'] };

type Row = Readonly<Record<string, string>>;
type Dossier = Readonly<Record<string, string>> & { readonly DanhSachHoSoBoSung?: readonly Row[] };

const folders: string[] = [];
async function generate(simulation: Simulation): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-simulated-'));
  folders.push(folder);
  await generateCity(city, folder, { simulation });
  return folder;
}

const filesIn = (folder: string, place: string, start = ''): string[] =>
  readdirSync(join(folder, place))
    .filter((name) => name.startsWith(start))
    .sort()
    .map((name) => join(folder, place, name));

const table = (folder: string, place: string): Row[] =>
  filesIn(folder, place).flatMap((file) => parse<Row>(readFileSync(file), { columns: true }));

const messages = (folder: string, service: string): Dossier[] =>
  filesIn(folder, 'national-dossiers', service).flatMap((file) => {
    const message = JSON.parse(readFileSync(file, 'utf8')) as { service: string; data: Dossier[] };
    expect(message.service).toBe(service);
    return message.data;
  });

const digest = (folder: string): string[] =>
  ['corrections', 'national-dossiers', 'queue-log', 'ratings', 'shifts', ...REGISTER_NAMES].flatMap((place) =>
    filesIn(folder, place).map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  );

describe('the simulated city', () => {
  let folder: string;
  let tickets: Row[];
  let dossiers: Dossier[];

  beforeAll(async () => {
    folder = await generate(SMALL);
    tickets = table(folder, 'queue-log');
    dossiers = messages(folder, 'DongBoHoSoMC');
  }, 60_000);
  afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true })));

  it('writes the same bytes for the same seed, and others for another', async () => {
    expect(digest(await generate(SMALL))).toEqual(digest(folder));
    expect(digest(await generate({ ...SMALL, seed: 8 }))).not.toEqual(digest(folder));
  }, 60_000);

  it('gives every line of a register as many fields as its header', () => {
    const lines = REGISTER_NAMES.flatMap((name) => filesIn(folder, name)).map((file) => readFileSync(file, 'utf8').trim().split('\n'));
    expect(lines.flatMap(([header = '', ...rest]) => rest.filter((line) => line.split(',').length !== header.split(',').length))).toEqual(
      [],
    );
    expect(lines.length).toBeGreaterThan(10);
  });

  it('tells the same of a point when fewer points are simulated', async () => {
    const alone = table(await generate({ ...SMALL, points: ['00340'] }), 'queue-log');
    expect(alone).toEqual(tickets.filter(({ point }) => point === '00340'));
  });

  it('gives no number on a day on which a point is closed', () => {
    const calendar = new WorkingCalendar(city.calendar);
    const days = new Set(tickets.filter(({ point }) => point !== HOAN_KIEM).map(({ issued = '' }) => issued.slice(0, 10)));
    expect([...days].filter((day) => !calendar.isWorking(day))).toEqual([]);
    expect(days.has('2026-01-10')).toBe(true); // a swapped Saturday
    const onSaturdays = tickets.filter(({ point, issued = '' }) => point === HOAN_KIEM && issued.startsWith('2026-01-24'));
    expect(onSaturdays.length).toBeGreaterThan(0);
    expect(onSaturdays.filter(({ issued = '' }) => issued.slice(11) >= '11:30')).toEqual([]);
    expect(tickets.filter(({ issued = '' }) => issued.startsWith('2026-02-21'))).toEqual([]); // the Saturday of Tết
  });

  it('gives numbers only while a point is open', () => {
    const isOpen = (clock: string): boolean => (clock >= '08:00' && clock < '11:30') || (clock >= '13:30' && clock < '17:00');
    expect(tickets.filter(({ issued = '' }) => !isOpen(issued.slice(11)))).toEqual([]);
  });

  it('serves nobody without somebody on duty, overtime included', () => {
    const duties = new Map<string, Row[]>();
    for (const shift of table(folder, 'shifts')) {
      const key = `${shift['point']}/${shift['counter']}/${shift['staff']}/${shift['from']?.slice(0, 10)}`;
      duties.set(key, [...(duties.get(key) ?? []), shift]);
    }
    const alone = tickets.filter(({ point, counter, agent, started = '', ended = '' }) => {
      const duty = duties.get(`${point}/${counter}/${agent}/${started.slice(0, 10)}`) ?? [];
      return started !== '' && !duty.some(({ from = '', to = '' }) => from <= started && ended <= to);
    });
    expect(alone).toEqual([]);
  });

  it('calls in the order in which things happen', () => {
    const inOrder = ({ issued = '', called = '', last_called = '', started = '', ended = '', left = '' }: Row): boolean => {
      const happened = [issued, called, last_called, started, ended, left].filter((instant) => instant !== '');
      return happened.every((instant, index) => index === 0 || (happened[index - 1] ?? '') <= instant);
    };
    expect(tickets.filter((ticket) => !inOrder(ticket))).toEqual([]);
  });

  it('leaves for a ticket exactly the dossier that it names', () => {
    const direct = dossiers.filter(({ KenhThucHien }) => KenhThucHien === '1').map(({ MaHoSo }) => MaHoSo);
    const named = tickets.map(({ dossier }) => dossier).filter((code) => code !== '');
    expect(named.toSorted()).toEqual(direct.toSorted());
    expect(new Set(dossiers.map(({ MaHoSo }) => MaHoSo)).size).toBe(dossiers.length);
  });

  it('writes messages of the national sync: texts only, instants of fourteen digits, no person', () => {
    const instants = dossiers.flatMap(({ NgayNopHoSo, NgayTiepNhan, NgayHenTra, NgayKetThucXuLy }) => [
      NgayNopHoSo,
      NgayTiepNhan,
      NgayHenTra,
      NgayKetThucXuLy,
    ]);
    expect(instants.filter((text) => !/^(\d{14})?$/.test(text ?? '?'))).toEqual([]);
    expect(new Set(dossiers.map(({ ChuHoSo, SoDienThoai }) => `${ChuHoSo}/${SoDienThoai}`))).toEqual(new Set(['MO PHONG/000']));
    const steps = messages(folder, 'CapNhatTienDoHoSoMC');
    expect(new Set(steps.flatMap((step) => Object.values(step).map((value) => typeof value)))).toEqual(new Set(['string']));
    const known = new Set(dossiers.map(({ MaHoSo }) => MaHoSo));
    expect(steps.filter(({ MaHoSo }) => !known.has(MaHoSo))).toEqual([]);
  });

  it('sets every due date by the working days of the procedure', () => {
    const calendar = new WorkingCalendar(city.calendar);
    const limits = new Map(city.procedures.map(({ code, workingDays }) => [code, workingDays ?? 0]));
    const asDay = (text = ''): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
    const wrong = dossiers.filter(({ MaTTHC = '', NgayTiepNhan, NgayHenTra, DanhSachHoSoBoSung }) => {
      const first = DanhSachHoSoBoSung?.[0]?.['NgayHenTraTruoc'] ?? NgayHenTra;
      return asDay(first) !== calendar.addWorkingDays(asDay(NgayTiepNhan), limits.get(MaTTHC) ?? 0);
    });
    expect(wrong).toEqual([]);
    expect(dossiers.length).toBeGreaterThan(500);
  });
});

describe('due dates over Tết 2026', () => {
  it('five working days from Thursday 12 February end on Thursday 26 February at the close of business', () => {
    const days = new Days({ from: '2026-02-01', to: '2026-03-01' }, city.calendar);
    const thursdayAtNine = 11 * SECONDS_PER_DAY + 9 * 3600;
    expect(asCompact(days, dueAfter(days, thursdayAtNine, 5))).toBe('20260226170000');
  });
});
