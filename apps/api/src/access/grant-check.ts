import { Inject, Injectable } from '@nestjs/common';
import type { GrantPlaces } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { Branch, Ward } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';
import { checkedGrants } from './checked-grants';

/** Holds grants against what the city consists of. */
@Injectable()
export class GrantCheck {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  /** The parts of the city, by code. */
  async places(): Promise<GrantPlaces> {
    const order = { order: { code: 'ASC' } } as const;
    const [units, branches] = await Promise.all([
      this.records.getRepository(Ward).find(order),
      this.records.getRepository(Branch).find(order),
    ]);
    const named = (items: readonly { readonly code: string; readonly name: string }[]) => items.map(({ code, name }) => ({ code, name }));
    return { units: named(units), branches: named(branches) };
  }

  /** Throws InvalidQuery. */
  async checked(grants: readonly Grant[]): Promise<readonly Grant[]> {
    const { units, branches } = await this.places();
    const codes = (items: readonly { readonly code: string }[]) => new Set(items.map(({ code }) => code));
    return checkedGrants(grants, { units: codes(units), branches: codes(branches) });
  }
}
