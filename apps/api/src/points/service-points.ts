import { Inject, Injectable } from '@nestjs/common';
import type { Scope } from '@evenhand/domain';
import { Branch, type KnownPoint, listPoints } from '@evenhand/records';
import { CoveredDays } from '../city/covered-days';
import { type Now, NOW, RECORDS, type Records } from '../connections';

export interface PointList {
  readonly branches: readonly { readonly code: string; readonly name: string }[];
  readonly points: readonly KnownPoint[];
}

/** The service points of the city as they are managed on the last day with data. */
@Injectable()
export class ServicePoints {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly days: CoveredDays,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async list(): Promise<PointList> {
    const { lastDay } = await this.days.read();
    const [branches, points] = await Promise.all([
      this.records.getRepository(Branch).find({ order: { code: 'ASC' } }),
      listPoints(this.records, lastDay ?? this.now().toISOString().slice(0, 10)),
    ]);
    return { branches: branches.map(({ code, name }) => ({ code, name })), points };
  }

  /** The points that somebody may see, and the branches that manage one of them. */
  async seenBy({ points: seen }: Scope): Promise<PointList> {
    const { branches, points } = await this.list();
    if (seen === 'all') return { branches, points };
    const own = points.filter(({ code }) => seen.includes(code));
    return { branches: branches.filter(({ code }) => own.some(({ branchCode }) => branchCode === code)), points: own };
  }
}
