import { FIELD_WORK } from '../field-work';
import { instantOf, workTimeOf } from '../instants';
import { ROBOT_POINT } from '../planted';
import { type CitySetting, duringDay, oneOf, THIS_SUMMER, toldAt, workingDaysOf } from './register-setting';

const LINES = ['1022', '19001009'];
const CALLS_PER_DAY = 90;
const SESSIONS_PER_DAY = 30;
const TOPICS = FIELD_WORK.map(({ code }) => code);

/** Calls to the hotline since the summer. */
export function writeHotline({ days, files, random, profiles }: CitySetting): void {
  for (const day of workingDaysOf(days, THIS_SUMMER)) {
    const count = random.between(CALLS_PER_DAY - 20, CALLS_PER_DAY + 20);
    for (let call = 1; call <= count; call++) {
      const asked = duringDay(day, random);
      const waited = Math.round(random.lognormal(45, 0.9));
      const isLost = waited > 150 || random.chance(0.03);
      const ended = asked + waited + (isLost ? 0 : Math.round(random.lognormal(200, 0.6)));
      const isTransferred = !isLost && random.chance(0.12);
      const resolved = isLost ? undefined : isTransferred ? instantOf(days, workTimeOf(days, ended) + 2 * random.uniform()) : ended;
      files.write(
        'hotline',
        `TD-${day.compact.slice(2)}-${String(call).padStart(4, '0')}`,
        oneOf(LINES, random),
        random.chance(0.25) ? '' : oneOf(profiles, random).code,
        oneOf(TOPICS, random),
        toldAt(days, asked),
        isLost ? '' : toldAt(days, asked + waited),
        toldAt(days, ended),
        toldAt(days, resolved),
        isLost ? 'lost' : isTransferred ? 'transferred' : 'closed',
      );
    }
  }
}

/** Sessions of the robot that receives people at one point. */
export function writeRobot({ days, files, random }: CitySetting): void {
  for (const day of workingDaysOf(days, THIS_SUMMER)) {
    const count = random.between(SESSIONS_PER_DAY - 10, SESSIONS_PER_DAY + 10);
    for (let session = 1; session <= count; session++) {
      const asked = duringDay(day, random);
      const isOpen = random.chance(0.12);
      files.write(
        'robot-receptionist',
        `RB-${ROBOT_POINT}-${day.compact.slice(2)}-${String(session).padStart(3, '0')}`,
        `RB-${ROBOT_POINT}-1`,
        ROBOT_POINT,
        isOpen ? '' : oneOf(TOPICS, random),
        toldAt(days, asked),
        isOpen ? '' : toldAt(days, asked + random.between(2, 9)),
        toldAt(days, asked + random.between(20, 160)),
        random.chance(0.2) ? 1 : 0,
      );
    }
  }
}
