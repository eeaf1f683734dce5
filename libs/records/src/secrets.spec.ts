import { openRecords } from './open-records';
import { secretFor } from './secrets';

describe('the secret of a purpose', () => {
  it('is made once, of 256 random bits, and stays', async () => {
    const records = await openRecords('memory');
    const [first, again] = [await secretFor(records, 'pseudonym'), await secretFor(records, 'pseudonym')];
    await records.destroy();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(first);
  });

  it('is another one in another installation', async () => {
    const [one, other] = [await openRecords('memory'), await openRecords('memory')];
    expect(await secretFor(one, 'pseudonym')).not.toBe(await secretFor(other, 'pseudonym'));
    await one.destroy();
    await other.destroy();
  });
});
