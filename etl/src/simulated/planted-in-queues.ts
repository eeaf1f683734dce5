import { type TimeRange, type Value, wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import type { Stores } from '../stores';
import { PRESSED, REISSUED, SENT_ON, SIMULATED_RANGE } from './planted';

/** What the metrics of calls, visits and suspect ratings find in the year that {@link PLANTED} describes. */
export function describeQueues(stores: () => Stores): void {
  const byPoint = async (metric: string, range: TimeRange = SIMULATED_RANGE): Promise<ReadonlyMap<string, Value>> => {
    const answers = new MetricAnswers(stores().warehouse, stores().city.settings);
    const { rows } = await answers.answer({ metrics: [metric], by: ['point'], ...range, where: [], exact: false }, wholeCity);
    return new Map(
      rows.flatMap(({ key, values: { [metric]: value } }) =>
        key.point && value && value.value !== null ? [[key.point, value] as const] : [],
      ),
    );
  };
  const figure = (values: ReadonlyMap<string, Value>, point: string): number => values.get(point)?.value ?? NaN;
  const othersOf = (values: ReadonlyMap<string, Value>, points: readonly string[]): number[] =>
    [...values].flatMap(([point, { value, n }]) => (points.includes(point) || value === null || (n ?? 0) < 500 ? [] : [value]));

  describe('numbers and counters beyond the first', () => {
    it('one point sends a quarter of its people on, and what they wait there counts in the whole wait alone', async () => {
      const [moved, first, whole] = [await byPoint('transfer_rate'), await byPoint('wait_mean'), await byPoint('whole_wait_mean')];
      const [point] = SENT_ON;
      expect(figure(moved, point)).toBeGreaterThan(0.15);
      expect(Math.max(...othersOf(moved, SENT_ON))).toBeLessThan(0.03);
      // A quarter of them wait for some nine minutes more.
      expect(figure(whole, point) - figure(first, point)).toBeGreaterThan(1);
      expect(figure(whole, point) - figure(first, point)).toBeLessThan(3);
    });

    it('one point cancels numbers and gives new ones: people come twice as one visit, and waited longer than their last number tells', async () => {
      const [again, tickets, visits] = [
        await byPoint('reissue_rate'),
        await byPoint('long_wait_rate'),
        await byPoint('joined_long_wait_rate'),
      ];
      const [point] = REISSUED;
      expect(figure(again, point)).toBeGreaterThan(0.08);
      expect(Math.max(...othersOf(again, REISSUED))).toBeLessThan(0.02);
      expect(figure(visits, point)).toBeGreaterThan(figure(tickets, point));
    });
  });

  describe('ratings that nobody who was served has given', () => {
    const since = { from: PRESSED.from, to: SIMULATED_RANGE.to };

    it('are suspect at the point where somebody presses the button after closing, and hardly anywhere else', async () => {
      const suspect = await byPoint('suspect_rating_rate', since);
      expect(figure(suspect, PRESSED.point)).toBeGreaterThan(0.5);
      expect([...suspect].filter(([point]) => point !== PRESSED.point).every(([, { value }]) => (value ?? 0) < 0.02)).toBe(true);
    });

    it('make its satisfaction look better than it is', async () => {
      const [told, trusted] = [await byPoint('satisfaction_rate', since), await byPoint('satisfaction_trusted', since)];
      expect(figure(told, PRESSED.point)).toBeGreaterThan(figure(trusted, PRESSED.point) + 0.01);
      expect(trusted.get(PRESSED.point)?.n).toBeLessThan(told.get(PRESSED.point)?.n ?? 0);
    });
  });
}
