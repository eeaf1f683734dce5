import { AMENITIES } from '../../contract/registers/amenities';
import { BETTER, CRAMPED, TINY } from '../planted';
import { includes, type PointSetting } from './register-setting';

const SINCE = '2025-07-01';
const CODES = Object.keys(AMENITIES);

/** The value that nine of ten days stay below. */
function ninetieth(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}

/** Rooms and equipment; at some points there are far fewer seats than people who wait at a peak. */
export function writePremises({ profile, notes, files, random }: PointSetting): void {
  const { code, queues } = profile;
  const peaks = notes.peaks;
  const most = peaks.reduce((peak, value) => Math.max(peak, value), 0);
  const seats = includes(CRAMPED, code) ? Math.max(4, Math.floor(ninetieth(peaks) * 0.4)) : Math.ceil(most * 1.15) + 4;
  const counters = queues.reduce((sum, { morningDesks }) => sum + morningDesks, 0);
  const area = Math.round(40 + 1.8 * seats + 11 * counters * (1 + 0.3 * random.uniform()));
  const share = includes(BETTER, code) ? 1 : code in TINY ? 0.3 : 0.4 + 0.5 * random.uniform();
  const amenities = CODES.filter((amenity) => amenity === 'forms' || (random.chance(share) && (amenity !== 'robot' || share === 1)));
  files.write(
    'premises',
    code,
    SINCE,
    '',
    area,
    counters,
    seats,
    counters + random.between(2, 6),
    1 + Math.floor(counters / 2),
    random.between(10, 80),
    amenities.join(';'),
  );
}
