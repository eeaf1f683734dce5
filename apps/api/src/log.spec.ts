import { openLog } from './log';

describe('the level of the log', () => {
  it('is warn in a terminal, info elsewhere, and whatever LOG_LEVEL says', () => {
    expect([openLog({}, true), openLog({}, false), openLog({ LOG_LEVEL: 'debug' }, true)].map(({ level }) => level)).toEqual([
      'warn',
      'info',
      'debug',
    ]);
  });

  it('is refused when there is none of that name', () => {
    expect(() => openLog({ LOG_LEVEL: 'loud' }, false)).toThrow(
      'LOG_LEVEL is "loud"; allowed: trace, debug, info, warn, error, fatal, silent.',
    );
  });
});
