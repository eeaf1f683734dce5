import type { Dimension, Filter } from '@evenhand/domain';
import { type FilterChoice, filtersFor } from './filter-choice';
import { whereIn } from './where-in-url';

/** The figure that a link asks to be explained: its metric, and where it stands beyond what the top bar says. */
export interface ExplainedFigure {
  readonly metric: string;
  readonly where: readonly Filter[];
}

interface Params {
  get(name: string): string | null;
  getAll(name: string): readonly string[];
}

/** Reads `explain=<metric>` and its `explain_where=<dimension>:<value>` from a query string; `null` when nothing is to be explained. */
export function explainedIn(params: Params): ExplainedFigure | null {
  const metric = params.get('explain') ?? '';
  return metric === '' ? null : { metric, where: whereIn(params.getAll('explain_where')) };
}

/** Dimensions of which one place has one value: a point lies in one branch, so its figures know no other branch. */
const PLACES: readonly Dimension[] = ['point', 'ward', 'branch'];

/** All filters of an explained figure: those of the top bar that its metric knows, and its own. */
export function filtersOfExplained({ where }: ExplainedFigure, choice: FilterChoice, dimensions: readonly string[]): readonly Filter[] {
  const isPlaced = where.some(({ dimension }) => PLACES.includes(dimension));
  const barred = filtersFor(isPlaced ? { ...choice, branch: null } : choice, dimensions);
  const own = where.map(({ dimension }) => dimension);
  return [...barred.filter(({ dimension }) => !own.includes(dimension)), ...where];
}
