import { WAIT_BIN_EDGES, WAIT_BINS } from '@evenhand/domain';
import { identifier, join, sql, type Sql, trusted } from '@evenhand/warehouse';
import type { RuleContext, Term } from '../registry/definition';
import type { Aggregate } from './aggregate';
import { type Asked, contextOf, type Draft, type Step } from './draft';
import { lastingQuantile, livesOf, type LivesNames, shareBeyond } from './lasting';
import { isAddedUp, type Part, rollupColumn } from './part';
import { placesOf, quantileOf } from './quantile';

/** The column of an aggregate in the statement's result; terms are numbered within their part. */
export const columnOf = (part: Part, term: Term, name: Aggregate | 'n'): string =>
  `t${part.wanted.findIndex((wanted) => wanted.term === term)}_${name}`;

interface TermSql {
  readonly cases: Sql;
  readonly hits: Sql;
  readonly amount: Sql;
  readonly limit: Sql;
}

const termSql = ({ cases, hits, amount, limit }: Term, context: RuleContext): TermSql => ({
  cases: cases(context),
  hits: hits?.(context) ?? sql`0`,
  amount: amount?.(context) ?? sql`0`,
  limit: limit?.(context) ?? sql`0`,
});

/** The number of cases, where several rows may be one. */
export const caseCount = ({ distinct }: Term, condition: Sql): Sql =>
  distinct ? sql`uniqExactIf(${join(distinct.map(identifier), ', ')}, ${condition})` : sql`countIf(${condition})`;

// Bins are closed on the right and their edges whole minutes, so a wait finds its bin by the number of minutes that it began.
const LAST_EDGE = WAIT_BIN_EDGES.at(-1) ?? 0;
const BIN_OF_MINUTE = trusted(
  `[${Array.from({ length: LAST_EDGE + 2 }, (_, minutes) => 1 + WAIT_BIN_EDGES.filter((edge) => edge < minutes).length).join(', ')}]`,
);

/** How many cases fall into each bin of waits. */
function binsOf(amount: Sql, cases: Sql): Sql {
  const begun = sql`least(intDiv(${amount} + 59999, 60000), ${trusted(String(LAST_EDGE + 1))})`;
  return sql`countResample(1, ${trusted(String(WAIT_BINS + 1))}, 1)(if(${cases}, ${BIN_OF_MINUTE}[greatest(0, ${begun}) + 1], 0))`;
}

const shareOf = (name: Aggregate): number => Number(name.slice(1)) / 100;

function rawAggregate(name: Aggregate, { cases, hits, amount, limit }: TermSql, { sorted, placesFor, ...lives }: SortedNames): Sql {
  const share = shareOf(name);
  switch (name) {
    case 'hits':
      return sql`countIf(${cases} AND ${hits})`;
    case 'sum':
      return sql`sumIf(${amount}, ${cases})`;
    case 'squares':
      return sql`sumIf(toInt128(${amount}) * (${amount}), ${cases})`;
    case 'largest':
      return sql`maxOrNullIf(${amount}, ${cases})`;
    case 'bins':
      return binsOf(amount, cases);
    case 'openBins':
      return sql`[]`;
    case 'each':
      return sql`groupArrayIf(${amount}, ${cases})`;
    case 'limit':
      return limit;
    case 'beyond':
      return shareBeyond(lives, limit);
    default:
      return name.startsWith('k') ? lastingQuantile(lives, share) : quantileOf(sorted, share, { places: placesFor(name) });
  }
}

const ADDS: Readonly<Partial<Record<Aggregate | 'n', string>>> = { largest: 'max', bins: 'sumForEach', openBins: 'sumForEach' };

function rollupAggregate(name: Aggregate | 'n', term: Term, asked: Asked, draft: Draft): Sql {
  if (name === 'limit') return termSql(term, contextOf(asked, draft)).limit;
  const days = term.rollup?.days?.(contextOf(asked, draft));
  const add = trusted(ADDS[name] ?? 'sum');
  const added = (column: Sql): Sql => (days ? sql`${add}If(${column}, ${days})` : sql`${add}(${column})`);
  const first = added(identifier(rollupColumn(term, name) ?? ''));
  if (name === 'hits' && term.rollup?.misses) return sql`${added(identifier(term.rollup.n))} - ${added(identifier(term.rollup.misses))}`;
  return name === 'n' && term.rollup?.moreN ? sql`${first} + ${added(identifier(term.rollup.moreN))}` : first;
}

/** The names of a term's amounts in ascending order, for quantiles, and of how long its cases last. */
interface SortedNames extends LivesNames {
  readonly sorted: Sql;
  /** Where a quantile's interval begins and ends. */
  readonly placesFor: (quantile: Aggregate) => Sql;
}

const sortedNames = (part: Part, term: Term): SortedNames => {
  const named = (name: string): Sql => identifier(columnOf(part, term, 'n').replace('_n', `_${name}`));
  const placesFor = (quantile: Aggregate): Sql => named(`${quantile}_places`);
  return { placesFor, sorted: named('sorted'), lives: named('lives'), fallen: named('fallen'), greenwood: named('greenwood') };
};

const isLasting = (name: Aggregate): boolean => name === 'beyond' || name.startsWith('k');

/** One column for each number that the metrics of the part rest on. */
export const measured: Step = (draft, asked) => {
  const { part } = asked;
  const columns: Sql[] = [];
  const sorts: Sql[] = [];
  for (const { term, aggregates } of part.wanted) {
    const pieces = termSql(term, contextOf(asked, draft));
    const sorted = sortedNames(part, term);
    const quantiles = [...aggregates].filter((name) => name.startsWith('q'));
    if (!isAddedUp(part) && quantiles.length > 0) {
      sorts.push(sql`arraySort(groupArrayIf(${pieces.amount}, ${pieces.cases})) AS ${sorted.sorted}`);
      for (const name of quantiles) sorts.push(placesOf(sorted.sorted, shareOf(name), { places: sorted.placesFor(name) }));
    }
    if ([...aggregates].some((name) => isLasting(name))) sorts.push(...livesOf(pieces, sorted));
    const isRollup = isAddedUp(part);
    const n = isRollup ? rollupAggregate('n', term, asked, draft) : caseCount(term, pieces.cases);
    columns.push(sql`${n} AS ${identifier(columnOf(part, term, 'n'))}`);
    for (const name of aggregates) {
      const value = isRollup ? rollupAggregate(name, term, asked, draft) : rawAggregate(name, pieces, sorted);
      columns.push(sql`${value} AS ${identifier(columnOf(part, term, name))}`);
    }
  }
  return { ...draft, with: [...draft.with, ...sorts], select: [...draft.select, ...columns] };
};
