import type { Days } from './days';
import type { DossierLife } from './dossier-life';
import type { DossierFile } from './dossier-rows';
import type { Visit } from './queue';

/** A dossier of the point with all that happened to it. */
export interface NotedDossier {
  readonly file: DossierFile;
  readonly life: DossierLife;
}

const CERTIFICATION = 'chung-thuc';

/** The most people who waited at the same time, of the visits to one queue in one stretch of opening hours. */
export function peakWaiting(visits: readonly Visit[]): number {
  const changes = visits.flatMap(({ issued, firstCalled, left }) => [
    { at: issued, by: 1 },
    { at: firstCalled >= 0 ? firstCalled : left, by: -1 },
  ]);
  let waiting = 0;
  let peak = 0;
  for (const { by } of changes.sort((a, b) => a.at - b.at || a.by - b.by)) peak = Math.max(peak, (waiting += by));
  return peak;
}

/** What registers want to know of a point's year, by the index of the day; also of days whose files tell nothing. */
export class PointNotes {
  readonly tickets: Uint16Array;
  readonly ratings: Uint16Array;
  /** People served about certification. */
  readonly certified: Uint16Array;
  readonly dossiersReceived: Uint16Array;
  readonly certificationReceived: Uint16Array;
  readonly dossiers: NotedDossier[] = [];
  private readonly mornings: Uint16Array;
  private readonly afternoons: Uint16Array;

  constructor({ end }: Days) {
    const perDay = (): Uint16Array => new Uint16Array(end);
    this.tickets = perDay();
    this.ratings = perDay();
    this.certified = perDay();
    this.dossiersReceived = perDay();
    this.certificationReceived = perDay();
    this.mornings = perDay();
    this.afternoons = perDay();
  }

  /** The queues of a point share its seats. */
  noteWaiting(day: number, isMorning: boolean, peak: number): void {
    const half = isMorning ? this.mornings : this.afternoons;
    half[day] = (half[day] ?? 0) + peak;
  }

  noteVisit(day: number, field: string, isServed: boolean): void {
    add(this.tickets, day);
    if (isServed && field === CERTIFICATION) add(this.certified, day);
  }

  noteDossier(day: number, dossier: NotedDossier): void {
    add(this.dossiersReceived, day);
    if (dossier.file.field === CERTIFICATION) add(this.certificationReceived, day);
    this.dossiers.push(dossier);
  }

  noteRating(day: number): void {
    add(this.ratings, day);
  }

  /** The most people who waited at the same time, per day. */
  get peaks(): number[] {
    return Array.from(this.mornings, (morning, day) => Math.max(morning, this.afternoons[day] ?? 0));
  }
}

function add(counts: Uint16Array, day: number): void {
  counts[day] = (counts[day] ?? 0) + 1;
}
