import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@evenhand/domain';
import { Branch, type KnownPoint, listPoints } from '@evenhand/records';
import { CoveredDays } from '../city/covered-days';
import { type Now, NOW, RECORDS, type Records } from '../connections';

export interface PointList {
  readonly branches: readonly { readonly code: string; readonly name: string }[];
  readonly points: readonly KnownPoint[];
}

/**
 * The service points of the city as they are managed on the last day with data. Whoever changes the records of points publishes
 * them to the warehouse as well, so that while its data stays what it is the list does.
 */
@Injectable()
export class ServicePoints {
  private listed: { readonly name: string; readonly list: Promise<PointList> } | null = null;

  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly days: CoveredDays,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list(): Promise<PointList> {
    const [version, { lastDay }] = await Promise.all([this.days.version(), this.days.read()]);
    const day = lastDay ?? this.now().toISOString().slice(0, 10);
    const name = `${version} ${day}`;
    if (this.listed?.name === name) return this.listed.list;
    const list = this.listOn(day);
    this.listed = { name, list };
    list.catch(() => (this.listed = null));
    return list;
  }

  private async listOn(day: string): Promise<PointList> {
    const [branches, points] = await Promise.all([
      this.records.getRepository(Branch).find({ order: { code: 'ASC' } }),
      listPoints(this.records, day),
    ]);
    return { branches: branches.map(({ code, name }) => ({ code, name })), points };
  }

  /** The points that somebody may see, and the branches that manage one of them. */
  async seenBy({ points: seen }: Scope): Promise<PointList> {
    const all = await this.list();
    if (seen === 'all') return all;
    const { branches, points } = all;
    const own = points.filter(({ code }) => seen.includes(code));
    return { branches: branches.filter(({ code }) => own.some(({ branchCode }) => branchCode === code)), points: own };
  }
}
