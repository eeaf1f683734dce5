import { Inject, Injectable } from '@nestjs/common';
import type { Grant } from '@evenhand/domain';
import { Branch, Ward } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';
import { checkedGrants } from './checked-grants';

/** Holds grants against what the city consists of. */
@Injectable()
export class GrantCheck {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  async checked(grants: readonly Grant[]): Promise<readonly Grant[]> {
    const [units, branches] = await Promise.all([this.records.getRepository(Ward).find(), this.records.getRepository(Branch).find()]);
    const codes = (items: readonly { readonly code: string }[]) => new Set(items.map(({ code }) => code));
    return checkedGrants(grants, { units: codes(units), branches: codes(branches) });
  }
}
