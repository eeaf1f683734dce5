/** Makes the result of a name once. So many are kept, the oldest go first; what is too large to be kept is made each time. */
export function madeOnce<Result>(most: number, isKept: (result: Result) => boolean): (name: string, make: () => Result) => Result {
  const kept = new Map<string, Result>();
  return (name, make) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    if (!isKept(made)) return made;
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.set(name, made);
    return made;
  };
}
