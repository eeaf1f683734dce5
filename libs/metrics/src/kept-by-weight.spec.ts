import fc from 'fast-check';
import { KeptByWeight } from './kept-by-weight';

it('lets go of what was asked for longest ago', () => {
  const kept = new KeptByWeight<number>(3);
  for (const name of ['a', 'b', 'c']) kept.set(name, 1);
  kept.get('a');
  kept.set('d', 1);
  expect(['a', 'b', 'c', 'd'].map((name) => kept.get(name))).toEqual([1, undefined, 1, 1]);
});

it('makes room for a heavy value and none for one that is too heavy', () => {
  const kept = new KeptByWeight<string>(10, 8);
  for (const name of ['a', 'b', 'c']) kept.set(name, name, 3);
  kept.set('heavy', 'heavy', 7);
  kept.set('heavier', 'heavier', 9);
  expect(['a', 'b', 'c', 'heavy', 'heavier'].map((name) => kept.get(name))).toEqual([undefined, undefined, 'c', 'heavy', undefined]);
});

it('never weighs more than it may, and keeps what was set last', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), weight: fc.integer({ min: 1, max: 12 }) })), (sets) => {
      const kept = new KeptByWeight<number>(10);
      for (const { name, weight } of sets) kept.set(name, weight, weight);
      const held = ['a', 'b', 'c', 'd'].flatMap((name) => kept.get(name) ?? []);
      const last = sets.at(-1);
      const isThere = last === undefined || last.weight > 10 || held.includes(last.weight);
      return isThere && held.reduce((sum, weight) => sum + weight, 0) <= 10;
    }),
  ));
