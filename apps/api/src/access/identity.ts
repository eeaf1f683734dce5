import { type Action, ACTIONS, type Grant, type GuardedColumn, GUARDED_COLUMNS, type Scope } from '@evenhand/domain';
import type { Response } from 'express';

/** Who asks, as far as it is known. */
export interface Identity {
  readonly kind: 'account' | 'machine' | 'owner';
  readonly id: string;
  readonly name: string;
  /** Whether they sign in with a password of this product. */
  readonly hasPassword: boolean;
  /** Whether several people come in under it at once, as readers of the simulated city do. */
  readonly isShared: boolean;
  readonly grants: readonly Grant[];
  readonly actions: readonly Action[];
  readonly columns: readonly GuardedColumn[];
}

/** Whoever reads the data folder can read everything in it anyway. */
export const OWNER: Identity = {
  kind: 'owner',
  id: 'owner',
  name: 'data folder',
  hasPassword: false,
  isShared: false,
  grants: [],
  actions: ACTIONS,
  columns: GUARDED_COLUMNS,
};

/** How whoever changes something is named in its history. */
export const authorOf = ({ kind, id, name }: Identity): string => (kind === 'owner' ? id : name);

interface Known {
  readonly identity: Identity | null;
  readonly scope: Scope | null;
}

/** Keeps who asks, and what they see, with the answer that is being made. */
export function noteKnown(response: Response, known: Known): void {
  response.locals['known'] = known;
}

const knownOf = (response: Response): Known | undefined => response.locals['known'] as Known | undefined;

/** Who asks; `null` for nobody. */
export const identityIn = (response: Response): Identity | null => knownOf(response)?.identity ?? null;

/** The points that may be seen; none where nobody found out. */
export const pointsIn = (response: Response): Scope['points'] => knownOf(response)?.scope?.points ?? [];

/** The points of which it may be seen how complete their data is: all for whoever answers for the data of the city. */
export const dataPointsIn = (response: Response): Scope['points'] =>
  identityIn(response)?.actions.includes('data') === true ? 'all' : pointsIn(response);

/** What may be seen; `null` where nobody found out. */
export const scopeIn = (response: Response): Scope | null => knownOf(response)?.scope ?? null;
