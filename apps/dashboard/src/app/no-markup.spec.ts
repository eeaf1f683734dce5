import { allowNoMarkup } from './no-markup';

describe('a text that is to become markup', () => {
  const rules: ((text: string) => string)[] = [];
  allowNoMarkup({ trustedTypes: { createPolicy: (_, { createHTML }) => rules.push(createHTML) } });

  it('[X4] is refused', () => expect(() => rules[0]?.('<img src=x onerror=alert(1)>')).toThrow('A text was about to become markup.'));

  it('may be none at all', () => expect(['', 'null'].map((text) => rules[0]?.(text))).toEqual(['', '']));

  it('is left to browsers that know no such rule', () => expect(() => allowNoMarkup({})).not.toThrow());
});
