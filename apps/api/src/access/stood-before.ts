import { Inject, Injectable } from '@nestjs/common';
import { registerContentSchemas } from '@evenhand/contracts';
import { type RegisterName, REGISTERS } from '@evenhand/domain';
import { ENTRY_KEY, listStandardChanges, readRegister } from '@evenhand/records';
import type { Request } from 'express';
import { RECORDS, type Records } from '../connections';

/** Entries of which a trace says what stood; a longer change is told by the history of its register. */
const MOST_ENTRIES = 50;

/** The keys of the entries that a change of a register names; what cannot be read as one names none. */
function keysIn<Name extends RegisterName>(register: Name, body: unknown): readonly string[] {
  const { set = [], followFile = [] } = (body ?? {}) as { readonly set?: unknown; readonly followFile?: unknown };
  const schema = registerContentSchemas[register];
  const keyOf = ENTRY_KEY[register] as (content: unknown) => string;
  const read = Array.isArray(set) ? set.slice(0, MOST_ENTRIES).flatMap((one) => schema.safeParse(one).data ?? []) : [];
  const left = Array.isArray(followFile) ? followFile.filter((key) => typeof key === 'string') : [];
  return [...read.map(keyOf), ...left].slice(0, MOST_ENTRIES);
}

/** What stood before a rule was set anew, for its trace. */
@Injectable()
export class StoodBefore {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  /** What a request is about to change, as it stands; undefined where nothing is to be said of it. */
  async of(route: string, { params, body }: Request): Promise<unknown> {
    if (route === 'PUT /api/standards/:id') return this.standard(String(params['id']));
    if (route === 'PUT /api/calendar/days/:day') return this.entries('calendar', [String(params['day'])]);
    const register = REGISTERS.find((name) => name === params['register']);
    if (route !== 'POST /api/registers/:register/changes' || register === undefined) return undefined;
    return this.entries(register, keysIn(register, body));
  }

  /** The last change, or null where the numbers are those of its instrument. */
  private async standard(id: string): Promise<unknown> {
    const last = (await listStandardChanges(this.records)).findLast(({ standard }) => standard === id);
    return last === undefined ? null : { effectiveFrom: last.effectiveFrom, limits: last.limits };
  }

  private async entries(register: RegisterName, keys: readonly string[]): Promise<unknown> {
    const standing = new Map((await readRegister(this.records.manager, register)).map(({ key, content }) => [key, content]));
    return Object.fromEntries(keys.map((key) => [key, standing.get(key) ?? null]));
  }
}
