import type { VerdictState } from '@evenhand/domain';
import { countStates, gravestFirst } from './standards-in-order';

const verdict = (standard: string, state: VerdictState, breaches: number | null = null) => ({ standard, state, breaches });

it('begins with the rule that most cases broke, and puts what nobody can tell before what is kept', () => {
  const verdicts = [
    verdict('kept', 'pass', 0),
    verdict('few', 'fail', 3),
    verdict('silent', 'unknown'),
    verdict('level', 'fail'),
    verdict('many', 'fail', 40),
  ];
  expect(gravestFirst(verdicts).map(({ standard }) => standard)).toEqual(['many', 'few', 'level', 'silent', 'kept']);
  expect(countStates(verdicts)).toEqual({ fail: 3, pass: 1, unknown: 1, too_close: 0, not_applicable: 0 });
});
