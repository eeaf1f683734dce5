import { Inject, Injectable } from '@nestjs/common';
import {
  type CalendarQuery,
  type ChangeRequest,
  type HistoryQuery,
  type ImportRequest,
  registerContentSchemas,
  type SetDay,
  type UndoRequest,
} from '@evenhand/contracts';
import { because, InvalidQuery, isDay, type RegisterName, WorkingCalendar } from '@evenhand/domain';
import { changeAndPublish, importAndPublish, planImport, type Stores, undoAndPublish } from '@evenhand/etl';
import { listCalendar, readRegister, type RegisterContents, registerHistory, type Said } from '@evenhand/records';
import { NOW, type Now, STORES } from '../connections';
import { refuseNumberOfPerson } from '../http/shown-text';

/** What a request to change something came to. */
const result = (change: { readonly id: number } | undefined) => ({ change: change?.id ?? null, entries: [], problems: [] });

/** Shows and changes the registers of the city; deadlines follow at once. */
@Injectable()
export class RegisterDesk {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async calendar({ year }: CalendarQuery) {
    const [entries, named] = [await readRegister(this.stores.records.manager, 'calendar'), await listCalendar(this.stores.records)];
    const workingDays = new WorkingCalendar(named).workingDays(`${year}-01-01`, `${year + 1}-01-01`).length;
    return { year, workingDays, entries: entries.filter(({ key }) => key.startsWith(`${year}-`)) };
  }

  async read(register: RegisterName) {
    return { register, entries: await readRegister(this.stores.records.manager, register) };
  }

  async history(register: RegisterName, { entry, limit }: HistoryQuery) {
    const changes = await registerHistory(this.stores.records, register, entry === undefined ? { limit } : { key: entry, limit });
    return { changes: changes.map((change) => ({ ...change, madeAt: change.madeAt.toISOString() })) };
  }

  async setDay(day: string, { reason, ...said }: SetDay, madeBy: string) {
    if (!isDay(day))
      throw new InvalidQuery(
        'day',
        `"${day}" is not a day; write it as YYYY-MM-DD, for example 2026-09-03.`,
        because('not_a_day', { value: day }),
      );
    refuseNumberOfPerson('note', said.note ?? '');
    return this.change('calendar', { reason, set: [{ day, ...said }], followFile: [] }, madeBy);
  }

  async change(register: RegisterName, { reason, set, followFile }: ChangeRequest, madeBy: string) {
    const said: Said<RegisterContents[RegisterName]>[] = [
      ...set.map((content) => ({ act: 'set' as const, content: this.checked(register, content) })),
      ...followFile.map((key) => ({ act: 'follow_file' as const, key })),
    ];
    if (said.length === 0)
      throw new InvalidQuery(
        'set',
        'Nothing is to be changed; give entries in "set" or keys in "followFile".',
        because('nothing_to_change'),
      );
    return result(await changeAndPublish(this.stores, register, said, { ...this.author(reason, madeBy), origin: 'edit' }));
  }

  async import(register: RegisterName, { text, preview, reason }: ImportRequest, madeBy: string) {
    if (preview) return { change: null, ...(await planImport(this.stores, register, text)) };
    return result(await importAndPublish(this.stores, register, text, this.author(reason, madeBy)));
  }

  async undo(register: RegisterName, id: number, { reason }: UndoRequest, madeBy: string) {
    return result(await undoAndPublish(this.stores, register, id, this.author(reason, madeBy)));
  }

  private author(reason: string, madeBy: string) {
    refuseNumberOfPerson('reason', reason);
    return { madeBy, reason, now: this.now() };
  }

  /** An entry of another register would pass as one of any; it must be one of this register. */
  private checked(register: RegisterName, content: unknown): RegisterContents[RegisterName] {
    const checked = registerContentSchemas[register].safeParse(content);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    throw new InvalidQuery(
      `set.${issue?.path.join('.') ?? ''}`,
      `An entry of "${register}" cannot be read: ${issue?.message ?? 'not allowed'}.`,
      because('unreadable_entry', { register }),
    );
  }
}
