import type { DataSource } from 'typeorm';
import { openRecords } from './open-records';
import { ifPipelineIsIdle, inPipelineTurn } from './pipeline-lock';
import { type PrivateServer, startPrivateServer } from './private-server';

describe('two processes that load into one server', () => {
  let server: PrivateServer | undefined;
  let processes: DataSource[] = [];
  beforeAll(async () => {
    server = await startPrivateServer();
    const url = server?.url;
    if (url !== undefined) processes = await Promise.all([openRecords({ url }), openRecords({ url })]);
  }, 60_000);
  afterAll(async () => {
    for (const records of processes) await records.destroy();
    await server?.stop();
  });

  it('take turns, and a start in between recovers nothing', async () => {
    const said: string[] = [];
    const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 50));
    const load = (records: DataSource, name: string) =>
      inPipelineTurn(records, async () => {
        said.push(`${name} begins`);
        await pause();
        said.push(`${name} ends`);
      });
    const [one, two] = processes;
    if (one && two) {
      const first = load(one, 'one');
      await new Promise((done) => setTimeout(done, 20));
      expect(await ifPipelineIsIdle(two, () => Promise.reject(new Error('recovered while another loads')))).toBe(false);
      await Promise.all([first, load(two, 'two')]);
      expect(await ifPipelineIsIdle(two, () => Promise.resolve())).toBe(true);
    }
    expect(said).toEqual(processes.length === 0 ? [] : ['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('give the turn back when a load fails', async () => {
    for (const records of processes) {
      await expect(inPipelineTurn(records, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
      expect(await ifPipelineIsIdle(records, () => Promise.resolve())).toBe(true);
    }
    expect(processes.length).toBe(server ? 2 : 0);
  });
});
