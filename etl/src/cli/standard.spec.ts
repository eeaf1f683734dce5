import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, type Stores } from '../stores';
import { standard } from './standard';
import { Typed } from './typed';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-standard-'));
const CITY = `
name: { vi: Thử, en: Test }
zone: Asia/Ho_Chi_Minh
thresholds: { long_wait_minutes: 25 }
`;

describe('standards on the command line', () => {
  let stores: Stores;
  beforeAll(async () => {
    writeFileSync(join(folder, 'city.yml'), CITY);
    stores = await openStores({ EVENHAND_DATA: join(folder, 'data'), EVENHAND_CITY: join(folder, 'city.yml') }, 'a test');
  });
  afterAll(async () => {
    await stores.close();
    rmSync(folder, { recursive: true });
  });

  const type = async (...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const typed = Typed.from(args, standard.options, folder);
    standard.check?.(typed);
    const terminal = {
      out: (line: string) => void said.push(line),
      err: (line: string) => void said.push(line),
      progress: () => undefined,
    };
    await standard.run({ stores, typed, terminal, gone: new AbortController().signal });
    return said.join('\n');
  };

  it('begin with what the city’s file says', async () => expect(await type('list')).toMatch(/waiting_time .*minutes=25 share=0.05/));

  it('are set anew from a day on, with a reason that is kept', async () => {
    const said = await type('set', 'waiting_time', 'minutes=15', '--from', '2099-01-01', '--reason', 'Decision 12');
    expect(said).toBe('Change 1: from 2099-01-01 on minutes=15 share=0.05. Earlier days are judged as they were.');
    expect(await type('history', 'waiting_time')).toMatch(/1 +waiting_time +2099-01-01 +minutes=15 share=0.05 .*owner +Decision 12/);
    expect(await type('show', 'waiting_time')).toMatch(/2025-06-13 +2099-01-01 +minutes=25[^]*2099-01-01 +minutes=15/);
  });

  it('show their worked examples, all green', async () => {
    const said = await type('show', 'waiting_time');
    expect(said).toContain('green  Exactly 20 minutes keep the rule');
    expect(said).not.toContain('RED');
  });

  it.each([
    [['set', 'waiting_time', 'minutes=15', '--from', '2099-01-01'], 'Say why; it is kept with the change: with --reason.'],
    [['set', 'waiting_time', 'minutes=15', '--reason', 'x'], 'Say from which day on with --from.'],
    [
      ['set', 'waiting_time', 'fast', '--from', '2099-01-01', '--reason', 'x'],
      '"fast" is no number of a standard; write it as minutes=15.',
    ],
    [['set', 'waiting_time', 'minutes=0', '--from', '2099-01-01', '--reason', 'x'], '"minutes" is 0 but must lie between 1 and 480'],
    [['set', 'waiting_time', 'minutes=15', '--from', '2020-01-01', '--reason', 'x'], '"2020-01-01" has passed'],
    [['show', 'waiting'], 'There is no standard "waiting".'],
    [['show'], 'Say which standard'],
    [['drop'], 'Say what to do with the standards: list, show, set, history; not "drop".'],
  ])('%j: is refused', async (args, sentence) => expect(type(...args)).rejects.toThrow(sentence));
});
