import { figure } from '../../../testing/figures';
import type { RankedPoint } from '../../data/ranking';
import { pointsWithoutUnit, unitRows, unitsOf } from './map-units';

const row = (code: string, wardCode: string | null, n: number): RankedPoint => ({
  point: {
    ...{ code, name: code, wardCode, wardName: wardCode === null ? null : `Phường ${wardCode}`, wardType: 'phường' },
    ...{ branchCode: null, column: null, row: null, validFrom: '2025-07-01', validTo: null },
  },
  ...{ branch: '', figure: figure({ n }), compared: null, verdict: 'within', isWorse: false },
});
const unit = (code: string) => ({ code, name: `file ${code}`, polygons: [] });

describe('the units of a map', () => {
  const rows = [row('P1', '01', 10), row('P2', '01', 90), row('P3', null, 5), row('P4', '09', 5)];

  it('show the point with the most cases, and none where no point serves them', () =>
    expect(unitRows([unit('01'), unit('02')], rows).map(({ name, row: shown }) => [name, shown?.point.code ?? null])).toEqual([
      ['Phường 01', 'P2'],
      ['file 02', null],
    ]));

  it('are those of a list of points where only a part of the city is looked at', () =>
    expect(unitsOf([unit('01'), unit('02')], rows).map(({ code }) => code)).toEqual(['01']));

  it('leave out points that lie in no unit of the file, and say how many', () => expect(pointsWithoutUnit([unit('01')], rows)).toBe(2));
});
