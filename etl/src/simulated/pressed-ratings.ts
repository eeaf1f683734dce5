import type { SimulatedDay } from './days';
import { secondsOf } from './opening';
import { PRESSED } from './planted';

const FRIDAY = 5;
const BEGINS = secondsOf('18:10');
/** The first ones within a minute, the others every two. */
const IN_BURST = 8;
const BURST_GAP = 5;
const LATER_GAP = 120;

/** The seconds of a day at which somebody presses the button of the device once more. */
export function pressedOn({ day, isWorking, weekday }: SimulatedDay): readonly number[] {
  if (!isWorking || weekday !== FRIDAY || day < PRESSED.from) return [];
  return Array.from({ length: PRESSED.perEvening }, (_, index) =>
    index < IN_BURST ? BEGINS + index * BURST_GAP : BEGINS + (index - IN_BURST + 1) * LATER_GAP,
  );
}
