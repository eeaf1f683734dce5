import { GUARDED_COLUMNS, type Question, type Scope, wholeCity } from '@evenhand/domain';
import { checkSeen, seenColumns, seenCompared } from './seen';

const question = (over: Partial<Question>): Question => ({
  metrics: ['tickets'],
  by: [],
  from: '',
  to: '',
  where: [],
  exact: false,
  ...over,
});
const auditor: Scope = { points: 'all', columns: ['dossier_codes', 'comments'] };
const manager: Scope = { points: ['P1'], columns: GUARDED_COLUMNS };

describe('what somebody sees of cases', () => {
  it('holds no officer unless they are managed by the asker (P3)', () => {
    const ids = ['dossier_code', 'agent', 'staff', 'agent_class', 'wait_ms'].map((id) => ({ id }));
    expect(seenColumns(ids, manager)).toEqual(ids);
    expect(seenColumns(ids, auditor).map(({ id }) => id)).toEqual(['dossier_code', 'agent_class', 'wait_ms']);
    expect(seenColumns(ids, { points: 'all' }).map(({ id }) => id)).toEqual(['agent_class', 'wait_ms']);
  });

  it.each([{ by: ['agent'] as const }, { where: [{ dimension: 'agent', values: ['x'] } as const] }])(
    'refuses figures by officer to whoever does not manage them, as a breakdown and as a filter (P3)',
    (over) => {
      expect(() => checkSeen(question(over), auditor)).toThrow('Figures of single officers are shown only to those who manage them.');
      expect(() => checkSeen(question(over), manager)).not.toThrow();
    },
  );

  it('[B8] is held against the city and its peers only by who sees the whole city', () => {
    expect(seenCompared(['previous', 'city', 'peers'], manager)).toEqual(['previous']);
    expect(seenCompared(['previous', 'city', 'peers'], wholeCity)).toEqual(['previous', 'city', 'peers']);
  });
});
