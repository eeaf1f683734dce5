import type { DataSource } from 'typeorm';
import { listIncidents, settleIncidents } from './data-incidents';
import { openRecords } from './open-records';
import { type PrivateServer, startPrivateServer } from './private-server';
import { claimSlot, endSlot, keepSlot, listSlots, setSchedule } from './schedule-slots';

const at = (time: string): Date => new Date(`2026-10-05T${time}:00Z`);
const wish = { source: 'queue-log', by: 'one', leaseMs: 90_000 };

describe('a slot of a schedule', () => {
  let records: DataSource;
  beforeAll(async () => {
    records = await openRecords('memory');
  }, 60_000);
  afterAll(() => records.destroy());
  beforeEach(() => records.query('TRUNCATE schedule_slot, source_schedule'));

  const claim = (due: string | null, now: string, by = 'one') =>
    claimSlot(records, { ...wish, by, due: due === null ? null : at(due), now: at(now) });
  const done = (slot: string) =>
    endSlot(records, { source: 'queue-log', slotAt: at(slot), by: 'one' }, { state: 'done', runs: [7] }, at(slot));
  const failed = (slot: string, attempts: number, next: string) => {
    const end = { state: 'waiting', attempts, nextAttemptAt: at(next), message: 'No.' } as const;
    return endSlot(records, { source: 'queue-log', slotAt: at(slot), by: 'one' }, end, at(slot));
  };

  it('[R5] is given once', async () => {
    expect(await claim('06:00', '06:00')).toEqual({ source: 'queue-log', slotAt: at('06:00'), attempts: 0 });
    expect(await claim('06:00', '06:00', 'two')).toBeUndefined();
    await done('06:00');
    expect(await claim('06:00', '06:01')).toBeUndefined();
    expect(await listSlots(records, 'queue-log')).toMatchObject([{ state: 'done', runs: [7], claimedBy: 'one' }]);
  });

  it('[R5] is not given when the clock has gone back before the last one', async () => {
    await claim('06:00', '06:00');
    await done('06:00');
    expect(await claim('05:00', '05:30')).toBeUndefined();
    expect(await claim('07:00', '07:00')).toMatchObject({ slotAt: at('07:00') });
  });

  it('waits for its next attempt, and counts those that failed', async () => {
    await claim('06:00', '06:00');
    await failed('06:00', 1, '06:05');
    expect(await claim('06:00', '06:04')).toBeUndefined();
    expect(await claim('06:00', '06:05')).toMatchObject({ slotAt: at('06:00'), attempts: 1 });
  });

  it('gives way to the next one, which goes on counting', async () => {
    await claim('06:00', '06:00');
    await failed('06:00', 3, '09:00');
    expect(await claim('07:00', '07:00')).toMatchObject({ slotAt: at('07:00'), attempts: 3 });
    expect((await listSlots(records, 'queue-log')).map(({ state }) => state)).toEqual(['running', 'superseded']);
  });

  it('is taken over when its worker has been silent for too long, and the dead one can end it no more', async () => {
    await claim('06:00', '06:00');
    expect(await keepSlot(records, { source: 'queue-log', slotAt: at('06:00'), by: 'one' }, at('06:01'))).toBe(true);
    expect(await claim('06:00', '06:02', 'two')).toBeUndefined();
    expect(await claim('06:00', '06:03', 'two')).toMatchObject({ slotAt: at('06:00'), attempts: 1 });
    expect(await done('06:00')).toBe(false);
    expect(await keepSlot(records, { source: 'queue-log', slotAt: at('06:00'), by: 'one' }, at('06:04'))).toBe(false);
  });

  it('is not given while the schedule is paused, but for one that somebody wants at once', async () => {
    await setSchedule(records, 'queue-log', { isPaused: true });
    expect(await claim('06:00', '06:00')).toBeUndefined();
    await setSchedule(records, 'queue-log', { wantedAt: at('06:10') });
    expect(await claim('06:00', '06:11')).toMatchObject({ slotAt: at('06:10') });
    await done('06:10');
    expect(await claim('06:00', '06:12')).toBeUndefined();
    await setSchedule(records, 'queue-log', { isPaused: false });
    expect(await claim('07:00', '07:00')).toMatchObject({ slotAt: at('07:00') });
  });
});

describe('several workers on one server', () => {
  let server: PrivateServer | undefined;
  let workers: DataSource[] = [];
  beforeAll(async () => {
    server = await startPrivateServer();
    const url = server?.url;
    if (url !== undefined) workers = await Promise.all([openRecords({ url }), openRecords({ url })]);
  }, 60_000);
  afterAll(async () => {
    for (const records of workers) await records.destroy();
    await server?.stop();
  });

  it('run each slot once, however often both ask', async () => {
    const ran: string[] = [];
    for (let hour = 0; hour < 10; hour++) {
      const due = at(`${10 + hour}:00`);
      const asks = workers.flatMap((records, index) => Array.from({ length: 4 }, () => ({ records, by: `worker ${index}` })));
      const claims = await Promise.all(asks.map(({ records, by }) => claimSlot(records, { ...wish, by, due, now: due })));
      const won = claims.flatMap((claimed, index) => (claimed ? [{ claimed, ...asks[index] }] : []));
      for (const { claimed, records, by } of won) {
        ran.push(claimed.slotAt.toISOString());
        if (records && by) await endSlot(records, { ...claimed, by }, { state: 'done', runs: [] }, due);
      }
    }
    expect(ran).toEqual(workers.length === 0 ? [] : Array.from({ length: 10 }, (_, hour) => at(`${10 + hour}:00`).toISOString()));
  });
});

describe('incidents of a feed', () => {
  let records: DataSource;
  beforeAll(async () => {
    records = await openRecords('memory');
  }, 60_000);
  afterAll(() => records.destroy());
  const feed = { source: 'queue-log', entity: 'ticket', kinds: ['missing', 'thin', 'late'] } as const;

  it('open once, change as they go on, and close when the stretch has ended', async () => {
    const silent = { kind: 'missing', points: ['P1'], fromDay: '2026-10-05', toDay: null } as const;
    await settleIncidents(records, feed, [silent], at('08:00'));
    await settleIncidents(records, feed, [{ ...silent, points: ['P1', 'P2'] }], at('09:00'));
    expect(await listIncidents(records, { isOpen: true })).toMatchObject([
      {
        id: 1,
        kind: 'missing',
        points: ['P1', 'P2'],
        fromDay: '2026-10-05',
        toDay: null,
        openedAt: at('08:00').toISOString(),
        closedAt: null,
      },
    ]);
    await settleIncidents(records, feed, [{ ...silent, points: ['P1', 'P2'], toDay: '2026-10-08' }], at('10:00'));
    await settleIncidents(records, feed, [{ ...silent, points: ['P1', 'P2'], toDay: '2026-10-08' }], at('11:00'));
    expect(await listIncidents(records)).toMatchObject([{ toDay: '2026-10-08', closedAt: at('10:00').toISOString() }]);
  });

  it('that turned out to be none are closed, and those of other kinds are left alone', async () => {
    await settleIncidents(
      records,
      { ...feed, kinds: ['stalled'] },
      [{ kind: 'stalled', points: [], fromDay: '2026-10-06', toDay: null }],
      at('12:00'),
    );
    await settleIncidents(records, feed, [], at('13:00'));
    expect((await listIncidents(records, { isOpen: true })).map(({ kind }) => kind)).toEqual(['stalled']);
  });
});
