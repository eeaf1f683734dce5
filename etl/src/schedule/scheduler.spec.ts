import { listIncidents, listSlots, openRecords, type DataSource, setSchedule } from '@evenhand/records';
import type { RunSummary } from '../load/load-source';
import { Scheduler, type SlotEvent } from './scheduler';

const QUEUE = { name: 'queue-log', folder: '/queue-log', schedule: { every_minutes: 60 }, isDropFolder: false };
const settings = { zone: 'Asia/Ho_Chi_Minh' };
const run: RunSummary = {
  ...{ id: 1, source: 'queue-log', status: 'published', startedAt: '', endedAt: '', files: [], counts: [], reasons: [], message: null },
  ...{ folder: null, notes: [], progress: null, newPoints: [], closedMs: 0 },
};

/** A world in which a test moves the clock, and a source that fails as often as it is told to. */
class World {
  now = new Date('2026-10-05T01:10:00Z');
  failures = 0;
  readonly pulled: string[] = [];
  readonly events: SlotEvent[] = [];
  /** Lets pulls wait for the test. */
  gate: Promise<void> = Promise.resolve();

  constructor(private readonly records: DataSource) {}

  scheduler(by = 'one'): Scheduler {
    return new Scheduler({ records: this.records, city: { settings } }, [QUEUE], {
      by,
      now: () => this.now,
      random: () => 0.5,
      tell: (event) => this.events.push(event),
      pull: async () => {
        this.pulled.push(this.at);
        await this.gate;
        if (this.failures-- > 0) throw new Error('The server does not answer.');
        return [run];
      },
    });
  }

  get at(): string {
    return this.now.toISOString().slice(11, 16);
  }

  async move(scheduler: Scheduler, time: string): Promise<void> {
    this.now = new Date(`2026-10-05T${time}:00Z`);
    await scheduler.tick();
    await scheduler.settled();
  }
}

describe('a scheduler', () => {
  let records: DataSource;
  let world: World;
  beforeAll(async () => {
    records = await openRecords('memory');
  }, 60_000);
  afterAll(() => records.destroy());
  beforeEach(async () => {
    await records.query('TRUNCATE schedule_slot, source_schedule, data_incident');
    world = new World(records);
  });

  it('runs each slot once, and catches up once on those it missed', async () => {
    const scheduler = world.scheduler();
    for (const time of ['01:10', '01:20', '02:00', '02:30', '07:05', '07:06']) await world.move(scheduler, time);
    expect(world.pulled).toEqual(['01:10', '02:00', '07:05']);
    expect((await listSlots(records, 'queue-log')).map(({ slotAt }) => slotAt.slice(11, 16))).toEqual(['07:00', '02:00', '01:00']);
  });

  it('[R5] runs nothing again when the clock goes back', async () => {
    const scheduler = world.scheduler();
    for (const time of ['05:00', '02:00', '03:00', '04:59', '05:01', '06:00']) await world.move(scheduler, time);
    expect(world.pulled).toEqual(['05:00', '06:00']);
  });

  it('tries again after 1, 5 and 15 minutes, then says so in an incident, and closes it with the next success', async () => {
    const scheduler = world.scheduler();
    world.failures = 3;
    for (const time of ['01:10', '01:10', '01:11', '01:15', '01:16', '01:30']) await world.move(scheduler, time);
    expect(world.pulled).toEqual(['01:10', '01:11', '01:16']);
    expect(await listIncidents(records)).toMatchObject([
      { source: 'queue-log', kind: 'stalled', fromDay: '2026-10-05', closedAt: null, message: 'The server does not answer.' },
    ]);
    await world.move(scheduler, '01:31');
    expect(world.events.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(['waiting 1', 'waiting 2', 'waiting 3', 'done 3']);
    expect((await listIncidents(records))[0]?.closedAt).toBe('2026-10-05T01:31:00.000Z');
  });

  it('gives a slot up after six attempts and tries each following one once', async () => {
    const scheduler = world.scheduler();
    world.failures = 100;
    const minutes = Array.from({ length: 24 * 60 - 70 }, (_, minute) => minute + 70);
    for (const minute of minutes.filter((one) => one % 5 === 0))
      await world.move(scheduler, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    const states = (await listSlots(records, 'queue-log', 100)).map(({ state }) => state);
    expect(states.slice(0, 10)).toEqual(Array(10).fill('failed'));
    expect(world.pulled.length).toBeLessThan(35);
    expect(await listIncidents(records, { isOpen: true })).toHaveLength(1);
  });

  it('shares the work with another one: no slot runs twice', async () => {
    const [one, two] = [world.scheduler('one'), world.scheduler('two')];
    for (const time of ['01:10', '02:00', '03:00']) {
      world.now = new Date(`2026-10-05T${time}:00Z`);
      await Promise.all([one.tick(), two.tick()]);
      await Promise.all([one.settled(), two.settled()]);
    }
    expect(world.pulled).toEqual(['01:10', '02:00', '03:00']);
  });

  it('takes over a slot whose worker died in the middle, and the dead one ends nothing', async () => {
    const dead = world.scheduler('dead');
    let open = (): void => undefined;
    world.gate = new Promise((done) => (open = done));
    await dead.tick();
    const heir = world.scheduler('heir');
    await world.move(heir, '01:11');
    expect(world.pulled).toEqual(['01:10']);
    world.now = new Date('2026-10-05T01:12:00Z');
    world.gate = Promise.resolve();
    await heir.tick();
    await heir.settled();
    open();
    await dead.settled();
    expect(world.pulled).toEqual(['01:10', '01:12']);
    expect(world.events.map(({ state }) => state)).toEqual(['done', 'lost']);
    expect(await listSlots(records, 'queue-log')).toMatchObject([{ state: 'done', claimedBy: 'heir', runs: [1] }]);
  });

  it('leaves a paused source alone, and runs one that somebody wants at once', async () => {
    const scheduler = world.scheduler();
    await setSchedule(records, 'queue-log', { isPaused: true });
    await world.move(scheduler, '01:10');
    await setSchedule(records, 'queue-log', { wantedAt: world.now });
    await world.move(scheduler, '01:20');
    await setSchedule(records, 'queue-log', { isPaused: false });
    await world.move(scheduler, '02:00');
    expect(world.pulled).toEqual(['01:20', '02:00']);
  });
});
