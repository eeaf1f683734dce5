import type { Procedure } from '@evenhand/records';
import type { CityFiles } from './city-files';
import type { Days } from './days';
import { liveOf } from './dossier-life';
import { dossierRow, stepRows, unitIdentifier, type DossierFile } from './dossier-rows';
import { instantOf, SECONDS_PER_DAY, workTimeOf, type Instant } from './instants';
import { CORRECTIONS } from './planted';
import type { PointNotes } from './point-notes';
import type { PointProfile } from './point-profile';
import type { Random } from './random';
import { codeOf, tellingOf } from './traps';
import type { DossierLife } from './dossier-life';

const CROSS_BOUNDARY_SHARE = 0.06;

/** A dossier at the moment at which it comes in. */
export interface Reception {
  readonly received: Instant;
  readonly submitted: Instant;
  readonly channel: 1 | 2 | 3;
  readonly procedure: Procedure;
  readonly receiver: string;
}

export interface Office {
  readonly days: Days;
  readonly files: CityFiles;
  readonly profile: PointProfile;
  /** Other points of the branch, which may be competent for what is received here. */
  readonly neighbours: readonly string[];
  readonly notes: PointNotes;
}

/** Gives dossiers of one point their codes and lets them live. */
export class DossierOffice {
  private readonly receivedOn = new Map<number, number>();
  private readonly end: Instant;

  constructor(
    private readonly office: Office,
    private readonly random: Random,
  ) {
    this.end = office.days.end * SECONDS_PER_DAY;
  }

  /** Takes a dossier in; gives its code. */
  receive(reception: Reception): string {
    const { days, files, profile, notes } = this.office;
    const { received, procedure } = reception;
    const file = this.fileOf(reception);
    const course = { days, random: this.random, end: this.end };
    const life = liveOf(course, received, { limit: procedure.workingDays ?? 5, slowness: profile.slowness });
    const telling = tellingOf(days, profile.code, file, life);
    notes.noteDossier(Math.floor(received / SECONDS_PER_DAY), { file, life });
    files.write('dossiers', this.monthOf(received), dossierRow(days, telling));
    const { inventedSteps } = telling;
    const steps = inventedSteps.length > 0 ? inventedSteps : stepRows(days, file, life);
    for (const { at, text } of steps) files.write('steps', this.monthOf(at), text);
    this.correct(file, life);
    return file.code;
  }

  private monthOf(instant: Instant): number {
    return this.office.days.at(Math.floor(instant / SECONDS_PER_DAY)).month;
  }

  private codeOf(received: Instant): string {
    const index = Math.floor(received / SECONDS_PER_DAY);
    const sequence = (this.receivedOn.get(index) ?? 0) + 1;
    this.receivedOn.set(index, sequence);
    return codeOf(this.office.profile.code, this.office.days.at(index), sequence);
  }

  private fileOf({ received, submitted, channel, procedure, receiver }: Reception): DossierFile {
    const { profile, neighbours } = this.office;
    const { random } = this;
    const isCross = neighbours.length > 0 && random.chance(CROSS_BOUNDARY_SHARE);
    const authority = isCross ? (neighbours[random.between(0, neighbours.length)] ?? profile.code) : profile.code;
    const isDecidedByContract = random.chance(profile.contractShare);
    const fee = random.chance(0.55) ? random.between(1, 12) * 5_000 : 0;
    return {
      code: this.codeOf(received),
      procedure: procedure.code,
      field: procedure.fieldCode ?? '',
      channel,
      submitted,
      authority: unitIdentifier(authority),
      receiver,
      specialist: `NV-${authority}-C${random.between(1, 5)}`,
      decider: isDecidedByContract ? `NV-${profile.code}-H1` : `NV-${authority}-L1`,
      isDecidedByContract,
      fee,
      isPaidOnline: fee > 0 && random.chance(channel === 2 ? 0.9 : 0.45),
      isDigitised: random.chance(0.97),
      hasElectronicResult: random.chance(0.92),
    };
  }

  /** The second delivery moves some due dates later and corrects when some dossiers were settled. */
  private correct(file: DossierFile, life: DossierLife): void {
    const { days, files, profile } = this.office;
    const isEarly = days.at(Math.floor(life.received / SECONDS_PER_DAY)).day < CORRECTIONS.receivedBefore;
    if (!isEarly || life.finished === undefined || !this.random.chance(CORRECTIONS.share)) return;
    const due = instantOf(days, workTimeOf(days, life.due) + CORRECTIONS.duePushedByWorkingDays) ?? life.due;
    const finished = instantOf(days, workTimeOf(days, life.finished) + 1) ?? life.finished;
    const corrected = this.random.chance(0.6)
      ? { ...life, due }
      : { ...life, finished, returned: finished < (life.returned ?? 0) ? life.returned : undefined };
    const status = corrected.returned === undefined && life.status === 10 ? 9 : life.status;
    if (finished < this.end) files.correct(dossierRow(days, tellingOf(days, profile.code, file, { ...corrected, status })));
  }
}
