import { InvalidQuery } from '@evenhand/domain';
import { pino } from 'pino';
import type { Logger } from './connections';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** JSON lines on standard output. In a terminal only what needs attention, so that the address stays in sight. */
export function openLog(env: NodeJS.ProcessEnv, isTerminal: boolean): Logger {
  const level = env['LOG_LEVEL'] || (isTerminal ? 'warn' : 'info');
  if (!LEVELS.includes(level)) throw new InvalidQuery('LOG_LEVEL', `LOG_LEVEL is "${level}"; allowed: ${LEVELS.join(', ')}.`);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } });
}
