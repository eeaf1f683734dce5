import { preparation } from './preparation';

describe('the preparation of the simulated city', () => {
  const shownOn = (steps: readonly Parameters<ReturnType<typeof preparation>['show']>[0][], isDone = true): string => {
    let text = '';
    const shown = preparation({ write: (part) => (text += part) }, 'en');
    for (const step of steps) shown.show(step);
    shown.end(isDone);
    return text;
  };

  it('is told in one line per step where nobody watches a terminal', () => {
    const steps = [
      { step: 'generate', share: 0 },
      { step: 'generate', share: 0.3 },
      { step: 'load', source: 'queue-log', share: 0.5 },
    ] as const;
    expect(shownOn(steps).split('\n')).toEqual([
      'First start: preparing the simulated city.',
      'Generating …',
      'Loading queue-log …',
      'The simulated city is ready.',
      '',
    ]);
  });

  it('does not claim to be done when it was stopped', () => {
    expect(shownOn([{ step: 'generate', share: 0.1 }], false)).not.toContain('ready');
  });

  it('is not mentioned when there is nothing to prepare', () => {
    expect(shownOn([])).toBe('');
  });
});
