import { Inject, Injectable } from '@nestjs/common';
import { nothing, reachOf, type Scope, wholeCity } from '@evenhand/domain';
import { listPoints } from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import type { Identity } from './identity';

/**
 * Which points somebody sees: those of all of their roles together. What they see of the cases is what all of these roles see.
 * Whoever has no role sees nothing.
 */
@Injectable()
export class PointScopes {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async of({ kind, grants, columns }: Identity): Promise<Scope> {
    if (kind === 'owner') return wholeCity;
    if (grants.some(({ role }) => reachOf(role) === 'all')) return { points: 'all', columns };
    const parts = grants.filter(({ role }) => reachOf(role) === 'part');
    const [units, branches] = [new Set(parts.flatMap((grant) => grant.units)), new Set(parts.flatMap((grant) => grant.branches))];
    if (units.size === 0 && branches.size === 0) return nothing;
    const points = await listPoints(this.records, this.now().toISOString().slice(0, 10));
    const seen = points.filter(({ wardCode, branchCode }) => units.has(wardCode ?? '') || branches.has(branchCode ?? ''));
    return { points: seen.map(({ code }) => code), columns };
  }
}
