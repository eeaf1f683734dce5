import { because, type Grant, InvalidQuery, reachOf } from '@evenhand/domain';

/** The codes that a grant can name. */
export interface KnownCodes {
  readonly units: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
}

const needed = ({ role }: Grant): 'units' | 'branches' | null =>
  role === 'ward_manager' ? 'units' : role === 'branch_manager' ? 'branches' : null;

const TEXT = { units: 'units', branches: 'branches' } as const;

/** Grants as they can be given: each role once, with a part of the city exactly where the role has one. Throws InvalidQuery. */
export function checkedGrants(grants: readonly Grant[], known: KnownCodes): readonly Grant[] {
  const seen = new Set<string>();
  for (const [at, grant] of grants.entries()) {
    if (seen.has(grant.role))
      throw new InvalidQuery(
        `grants.${at}.role`,
        `"${grant.role}" is given twice; name all its parts in one.`,
        because('role_twice', { role: grant.role }),
      );
    seen.add(grant.role);
    const part = needed(grant);
    for (const kind of ['units', 'branches'] as const) {
      const unknown = grant[kind].find((code) => !known[kind].has(code));
      if (unknown !== undefined)
        throw new InvalidQuery(
          `grants.${at}.${kind}`,
          `This city has no "${unknown}" among its ${TEXT[kind]}.`,
          because('no_such_part', { part: unknown }),
        );
      if (grant[kind].length > 0 && part !== kind)
        throw new InvalidQuery(
          `grants.${at}.${kind}`,
          `"${grant.role}" is not about single ${TEXT[kind]}; leave them out.`,
          because('role_without_parts', { role: grant.role }),
        );
    }
    if (part !== null && grant[part].length === 0)
      throw new InvalidQuery(
        `grants.${at}.${part}`,
        `Say for which ${TEXT[part]} "${grant.role}" is; with none it would see ${reachOf(grant.role) === 'part' ? 'nothing' : 'all'}.`,
        because('role_wants_parts', { role: grant.role }),
      );
  }
  return grants;
}
