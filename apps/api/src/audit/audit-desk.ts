import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { AuditCheckInfo, AuditCheckRequest, AuditEntryInfo, AuditExport, AuditPage, AuditQuery } from '@evenhand/contracts';
import type { CitySettings, Day } from '@evenhand/domain';
import { CityClock } from '@evenhand/etl';
import { addToAudit, type AuditEntry, listAccounts, listApiTokens, searchAudit, searchedAudit, verifyAudit } from '@evenhand/records';
import { SeenFigures } from '../access/seen-figures';
import { Traces } from '../access/traces';
import { CITY_SETTINGS, RECORDS, type Records } from '../connections';

const infoOf = ({ id, at, who, did, what, before, after, requestId, hash }: AuditEntry, name: string | null): AuditEntryInfo => ({
  ...{ id, at: at.toISOString(), who, name, did, what, before, after, requestId, hash },
});

/** Keeps every trace in the audit log, and lets auditors read and check it. */
@Injectable()
export class AuditDesk implements OnModuleInit {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    private readonly traces: Traces,
    private readonly seen: SeenFigures,
  ) {}

  onModuleInit(): void {
    this.traces.alsoTo((traces) => addToAudit(this.records, traces));
  }

  async search({ who, did, from, to, page, size }: AuditQuery): Promise<AuditPage> {
    await this.seen.flush();
    const search = { who, did, from: this.beginning(from), to: this.beginning(to) };
    const [{ entries, total }, names] = await Promise.all([searchAudit(this.records, search, { page, size }), this.names()]);
    return {
      entries: entries.map((entry) => infoOf(entry, names.get(entry.who) ?? null)),
      ...{ total, page, size },
    };
  }

  async check({ noted }: AuditCheckRequest): Promise<AuditCheckInfo> {
    await this.seen.flush();
    return verifyAudit(this.records, noted);
  }

  /** Every entry that is searched for, some at a time, and how many there are. */
  async all({ who, did, from, to }: Omit<AuditExport, 'format'>) {
    await this.seen.flush();
    const search = { who, did, from: this.beginning(from), to: this.beginning(to) };
    const [{ total }, names] = await Promise.all([searchAudit(this.records, search, { page: 1, size: 1 }), this.names()]);
    const { records } = this;
    async function* entries(): AsyncGenerator<readonly AuditEntryInfo[]> {
      for await (const some of searchedAudit(records, search)) yield some.map((entry) => infoOf(entry, names.get(entry.who) ?? null));
    }
    return { total, entries: entries() };
  }

  private beginning(day: Day | undefined): Date | undefined {
    return day === undefined ? undefined : new CityClock(this.city.zone).instantOf({ day, second: 0 });
  }

  private async names(): Promise<ReadonlyMap<string, string>> {
    const [accounts, tokens] = await Promise.all([listAccounts(this.records), listApiTokens(this.records)]);
    return new Map([...accounts, ...tokens].map(({ id, name }) => [id, name]));
  }
}
