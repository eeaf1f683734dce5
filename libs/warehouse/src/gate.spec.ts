import { setTimeout as wait } from 'node:timers/promises';
import { Gate } from './gate';

describe('a gate', () => {
  it('lets readings pass together', async () => {
    const gate = new Gate();
    let both = (): void => undefined;
    const met = new Promise<void>((meet) => (both = meet));
    await Promise.all([gate.read(() => met), gate.read(() => Promise.resolve(both()))]);
    await expect(met).resolves.toBeUndefined();
  });

  it('lets a swap pass alone: it waits for those inside, and those who come later wait for it', async () => {
    const gate = new Gate();
    const events: string[] = [];
    const first = gate.read(async () => {
      await wait(20);
      events.push('first reading ends');
    });
    const swap = gate.exclude(async () => {
      events.push('swap begins');
      await wait(20);
      events.push('swap ends');
    });
    const second = gate.read(() => Promise.resolve(void events.push('second reading')));
    await Promise.all([first, swap, second]);
    expect(events).toEqual(['first reading ends', 'swap begins', 'swap ends', 'second reading']);
  });

  it('lets a reading ask again while a swap waits for it', async () => {
    const gate = new Gate();
    let swapped = false;
    const seen = await gate.read(async () => {
      void gate.exclude(() => Promise.resolve(void (swapped = true)));
      await wait(5);
      return gate.read(() => Promise.resolve(swapped));
    });
    expect(seen).toBe(false);
    await gate.read(() => Promise.resolve());
    expect(swapped).toBe(true);
  });

  it('holds up what a reading left running behind itself', async () => {
    const gate = new Gate();
    const events: string[] = [];
    let left: Promise<void> = Promise.resolve();
    await gate.read(() => {
      left = wait(5).then(() => gate.read(() => Promise.resolve(void events.push('left behind'))));
      return Promise.resolve();
    });
    await gate.exclude(async () => {
      await wait(20);
      await gate.read(() => Promise.resolve(void events.push('the swap reads')));
      events.push('swap ends');
    });
    await left;
    expect(events).toEqual(['the swap reads', 'swap ends', 'left behind']);
  });

  it('lets swaps pass one after the other', async () => {
    const gate = new Gate();
    let inside = 0;
    const most = { n: 0 };
    const swap = () =>
      gate.exclude(async () => {
        most.n = Math.max(most.n, ++inside);
        await wait(2);
        inside--;
      });
    await Promise.all([swap(), swap(), swap()]);
    expect(most.n).toBe(1);
  });

  it('opens again when a reading or a swap fails, and tells how long it was closed', async () => {
    const gate = new Gate();
    await expect(gate.read(() => Promise.reject(new Error('reading')))).rejects.toThrow('reading');
    await expect(gate.exclude(() => Promise.reject(new Error('swap')))).rejects.toThrow('swap');
    const { waitedMs, closedMs } = await gate.exclude(() => wait(15));
    expect(closedMs).toBeGreaterThan(10);
    expect(waitedMs).toBeLessThan(10);
  });
});
