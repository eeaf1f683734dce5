import { WarehouseError } from '@evenhand/warehouse';
import { LastAnswers } from './last-answers';

const AT = '2026-10-05T02:00:00.000Z';
const broken = (): Promise<never> => Promise.reject(new WarehouseError('gone', 'SELECT 1'));
const comparisonOf = (points: number) => ({ points: Array.from({ length: points }, (_, point) => ({ point })) });

describe('last good answers', () => {
  it('stand in where the warehouse fails, with the instant at which they were good', async () => {
    const last = new LastAnswers(() => new Date(AT));
    await last.orLast('asked', Promise.resolve(comparisonOf(400)));
    expect(await last.orLast('asked', broken())).toEqual({ result: comparisonOf(400), staleSince: AT });
    await expect(last.orLast('another', broken())).rejects.toThrow('gone');
  });

  it('are bounded by what they hold: the twentieth comparison of 400 points drives out the first', async () => {
    const last = new LastAnswers(() => new Date(AT));
    // 100 and five for each of 400 points, of 40,000 in all: nineteen of them.
    for (let index = 0; index < 20; index++) await last.orLast(String(index), Promise.resolve(comparisonOf(400)));
    await expect(last.orLast('0', broken())).rejects.toThrow('gone');
    expect((await last.orLast('1', broken())).staleSince).toBe(AT);
  });

  it('are not kept where one alone would take a quarter of the room', async () => {
    const last = new LastAnswers(() => new Date(AT));
    await last.orLast('long', Promise.resolve(comparisonOf(2_000)));
    await expect(last.orLast('long', broken())).rejects.toThrow('gone');
  });
});
