import { Lane } from './lane';

describe('a lane', () => {
  it('[Q3] runs no more jobs at once than it is wide, in the order in which they came', async () => {
    const lane = new Lane(2);
    const events: string[] = [];
    const finish: (() => void)[] = [];
    const job = (name: string) => async (): Promise<void> => {
      events.push(`${name} begins`);
      await new Promise<void>((done) => finish.push(done));
      events.push(`${name} ends`);
    };
    const jobs = ['a', 'b', 'c'].map((name) => lane.run(job(name)));
    await Promise.resolve();
    expect(events).toEqual(['a begins', 'b begins']);
    finish[1]?.();
    await jobs[1];
    await Promise.resolve();
    expect(events).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
    finish.forEach((done) => done());
    await Promise.all([jobs[0], jobs[2]?.then(() => undefined), Promise.resolve().then(() => finish[2]?.())]);
    expect(events).toHaveLength(6);
  });

  it('goes on after a job that failed', async () => {
    const lane = new Lane(1);
    await expect(lane.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(lane.run(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
