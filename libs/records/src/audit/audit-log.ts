import { Between, type DataSource, type FindOptionsWhere, LessThan, Like, MoreThan, MoreThanOrEqual } from 'typeorm';
import { AuditEntry } from '../entities/audit-entry';
import { auditHash, type AuditHead, brokenLink, canonicalJson } from './audit-chain';

/** Entries are added one after the other, so that each holds the hash of the last. */
const AUDIT_LOCK = 7_338_260;
const AT_ONCE = 2_000;
/** No entry has this number. */
const BEHIND_ALL = 2_147_483_647;

/** Something to be kept. What is undefined or null is not said. */
export interface Audited {
  readonly at: Date;
  readonly who: string;
  readonly did: string;
  readonly what?: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly requestId?: string | undefined;
}

/** Adds entries to the end of the log, all or none. When this resolves they are kept. */
export async function addToAudit(records: DataSource, entries: readonly Audited[]): Promise<void> {
  if (entries.length === 0) return;
  await records.transaction(async (at) => {
    await at.query('SELECT pg_advisory_xact_lock($1)', [AUDIT_LOCK]);
    const log = at.getRepository(AuditEntry);
    const [last] = await log.find({ order: { id: 'DESC' }, take: 1 });
    let head: AuditHead = last ?? { id: 0, hash: '' };
    const added = entries.map(({ at: instant, who, did, what, before, after, requestId }) => {
      const saying = {
        ...{ id: head.id + 1, at: instant, who, did, requestId: requestId ?? null, previousHash: head.hash },
        ...{ what: canonicalJson(what), before: canonicalJson(before), after: canonicalJson(after) },
      };
      const entry = { ...saying, hash: auditHash(saying) };
      head = entry;
      return entry;
    });
    for (let from = 0; from < added.length; from += AT_ONCE) await log.insert(added.slice(from, from + AT_ONCE));
  });
}

/** Which entries are wanted. */
export interface AuditSearch {
  readonly who?: string | undefined;
  /** Part of what was done. */
  readonly did?: string | undefined;
  /** First instant. */
  readonly from?: Date | undefined;
  /** The instant behind the last. */
  readonly to?: Date | undefined;
}

const between = ({ from, to }: AuditSearch) =>
  from && to ? Between(from, new Date(to.getTime() - 1)) : from ? MoreThanOrEqual(from) : to ? LessThan(to) : undefined;

function whereOf(search: AuditSearch): FindOptionsWhere<AuditEntry> {
  const at = between(search);
  const { who, did } = search;
  return {
    ...(who === undefined ? {} : { who }),
    ...(did === undefined ? {} : { did: Like(`%${did.replace(/[\\%_]/g, '\\$&')}%`) }),
    ...(at === undefined ? {} : { at }),
  };
}

/** A page of entries, the last first, and how many there are. */
export async function searchAudit(
  records: DataSource,
  search: AuditSearch,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }> {
  const [entries, total] = await records
    .getRepository(AuditEntry)
    .findAndCount({ where: whereOf(search), order: { id: 'DESC' }, skip: (page - 1) * size, take: size });
  return { entries, total };
}

/** Every entry that is searched for, the last first, some at a time: nobody holds them all. */
export async function* searchedAudit(records: DataSource, search: AuditSearch): AsyncGenerator<readonly AuditEntry[]> {
  for (let before = BEHIND_ALL; ;) {
    const where = { ...whereOf(search), id: LessThan(before) };
    const entries = await records.getRepository(AuditEntry).find({ where, order: { id: 'DESC' }, take: AT_ONCE });
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    before = last.id;
  }
}

/** Every entry in the order of the log, some at a time. */
async function* inOrder(records: DataSource): AsyncGenerator<readonly AuditEntry[]> {
  for (let after = 0; ;) {
    const entries = await records.getRepository(AuditEntry).find({ where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: AT_ONCE });
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = last.id;
  }
}

/** What a check of the log found. */
export interface AuditCheck {
  readonly entries: number;
  /** The last entry that follows from all before it; null in an empty log. */
  readonly head: AuditHead | null;
  /** The first entry that does not, and why; null when all do. */
  readonly broken: { readonly id: number; readonly why: string } | null;
}

/**
 * Follows the log from its first entry to its last. A log that was cut off at its end follows too: give the head that was
 * noted at an earlier check, and it must still be there.
 */
export async function verifyAudit(records: DataSource, noted?: AuditHead): Promise<AuditCheck> {
  let head: AuditHead | null = null;
  let entries = 0;
  for await (const some of inOrder(records))
    for (const entry of some) {
      const why = brokenLink(entry, head) ?? (entry.id === noted?.id && entry.hash !== noted.hash ? differs(noted) : null);
      if (why !== null) return { entries, head, broken: { id: entry.id, why } };
      head = { id: entry.id, hash: entry.hash };
      entries++;
    }
  if (noted && noted.id > entries) return { entries, head, broken: { id: entries + 1, why: `The log ends before entry ${noted.id}.` } };
  return { entries, head, broken: null };
}

const differs = ({ id }: AuditHead): string => `Entry ${id} is another than the one that was noted.`;
