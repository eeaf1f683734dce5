import { wholeCity } from '@evenhand/domain';
import { Standards } from '@evenhand/metrics';
import type { Stores } from '../stores';
import { CONTRACT_SIGNED, EXPIRED_SIGNATURE, OUTDATED_BOARD, PETITION_LATE, SILENT, UNCERTIFIED } from './planted';

const AUTUMN = { from: '2026-09-01', to: '2026-11-01' };
const LAST_DAYS = { from: '2026-10-20', to: '2026-11-01' };

/** What is planted in the simulated city, as an auditor finds it: points that fail a standard, and points that are unknown. */
export const describeStandards = (stores: () => Stores): void =>
  describe('what the standards find in the simulated city', () => {
    const pointsWith = async (standard: string, state: string, range = AUTUMN): Promise<string[]> => {
      const { warehouse, city } = stores();
      const standards = new Standards(warehouse, city.settings);
      const verdicts = await standards.verdicts({ standard, range, by: 'point', grain: 'whole' }, [], wholeCity);
      return verdicts.filter((verdict) => verdict.state === state).map(({ point }) => point ?? '');
    };

    it.each([
      ['contract_staff_decide_nothing', CONTRACT_SIGNED],
      ['contract_staff_certified', UNCERTIFIED],
      ['digital_signature', EXPIRED_SIGNATURE],
      ['procedure_list_current', OUTDATED_BOARD],
    ])('%s: fails at %j and nowhere else', async (standard, points) =>
      expect(await pointsWith(standard, 'fail')).toEqual([...points].sort()),
    );

    it('petitions are answered too late at two points at least', async () =>
      expect(await pointsWith('petition_answer', 'fail')).toEqual(expect.arrayContaining([...PETITION_LATE])));

    it('points whose queue fell silent are unknown, neither good nor bad', async () =>
      expect(await pointsWith('waiting_time', 'unknown', LAST_DAYS)).toEqual(expect.arrayContaining(Object.keys(SILENT))));
  });
