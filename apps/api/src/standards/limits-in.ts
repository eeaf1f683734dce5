import { because, InvalidQuery } from '@evenhand/domain';

/** Numbers of a rule as a query string writes them: `minutes:15`. Throws InvalidQuery. */
export function limitsIn(texts: string | readonly string[]): Readonly<Record<string, number>> {
  const pairs = [texts].flat().map((text) => {
    const [, id, value] = /^([^:]+):(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (id === undefined)
      throw new InvalidQuery(
        'limits',
        `"${text}" is no number of a rule; write it as name:value, for example minutes:15.`,
        because('no_number_form', { value: text }),
      );
    return [id, Number(value)] as const;
  });
  return Object.fromEntries(pairs);
}
