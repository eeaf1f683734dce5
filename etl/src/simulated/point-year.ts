import type { Procedure } from '@evenhand/records';
import type { CityDescription } from '../city/city-description';
import type { CityFiles } from './city-files';
import { happen } from './counter-day';
import { staffedDesks } from './counters';
import type { Days, SimulatedDay } from './days';
import { DossierOffice } from './dossier-office';
import { FIELD_WORK, type FieldWork } from './field-work';
import { asIso, instantOf, SECONDS_PER_DAY, workTimeOf } from './instants';
import { openingsOf, type Opening } from './opening';
import { peakWaiting, type PointNotes } from './point-notes';
import { type Beyond, MoreThanOneNumber } from './more-than-one-number';
import { PRESSED } from './planted';
import type { PointProfile, QueueProfile } from './point-profile';
import { pressedOn } from './pressed-ratings';
import type { Desk, Visit } from './queue';
import { Random } from './random';
import { Roster } from './staff';

const RATED_SHARE = 0.07;
const LONG_WAIT = 20 * 60;
const GAMMA_SHAPE = 40;
/** What else displeases somebody who did not wait for long. */
const REASONS = ['attitude', 'procedure', 'facilities'];

/** What a point's year is made in. */
export interface YearSetting {
  readonly city: CityDescription;
  readonly days: Days;
  readonly files: CityFiles;
  readonly seed: number;
  readonly neighbours: readonly string[];
  /** Whose staff is lent here: a point of a branch with little work, and which of its people. */
  readonly donor: string;
  readonly notes: PointNotes;
}

interface Queue {
  readonly profile: QueueProfile;
  readonly roster: Roster;
  readonly fields: readonly FieldWork[];
}

interface Told {
  readonly visit: Visit;
  readonly field: FieldWork | undefined;
  readonly beyond: Beyond;
}

/** One point's year: tickets, ratings, shifts and dossiers, day by day. */
export class PointYear {
  private readonly random: Random;
  private readonly office: DossierOffice;
  private readonly numbers: MoreThanOneNumber;
  private readonly queues: readonly Queue[];
  private readonly proceduresOf: ReadonlyMap<string, readonly Procedure[]>;
  private sequence = 0;

  constructor(
    private readonly point: PointProfile,
    private readonly setting: YearSetting,
  ) {
    const { city, days, files, seed, neighbours, notes } = setting;
    this.random = new Random(seed, `counter/${point.code}`);
    this.office = new DossierOffice({ days, files, profile: point, neighbours, notes }, new Random(seed, `dossier/${point.code}`));
    this.numbers = new MoreThanOneNumber(point, seed);
    this.proceduresOf = new Map(FIELD_WORK.map(({ code }) => [code, city.procedures.filter(({ fieldCode }) => fieldCode === code)]));
    this.queues = point.queues.map((profile) => ({
      profile,
      roster: new Roster(point, profile, seed),
      fields: FIELD_WORK.filter(({ queue }) => queue === profile.name),
    }));
  }

  /** Lets the whole year happen. */
  run(): void {
    const { days } = this.setting;
    for (let index = 0; index < days.end; index++) {
      const day = days.at(index);
      this.sequence = 0;
      this.takeOnline(day);
      const openings = openingsOf(this.setting.city, this.point.code, day);
      for (const queue of this.queues) {
        const demand = day.demand * this.random.gammaFactor(GAMMA_SHAPE);
        for (const opening of openings) this.work(queue, day, { ...opening }, demand);
      }
      if (this.point.code === PRESSED.point) this.press(day);
    }
  }

  private work(queue: Queue, day: SimulatedDay, opening: Opening, demand: number): void {
    const { donor } = this.setting;
    const desks = staffedDesks({ profile: this.point, queue: queue.profile, roster: queue.roster, donor }, day, opening);
    const stretch = { point: this.point, queue: queue.profile, fields: queue.fields, day, opening, demand };
    const visits = happen(stretch, desks, this.random);
    this.setting.notes.noteWaiting(day.index, opening.isMorning, peakWaiting(visits));
    const isTold = this.point.silentFrom === undefined || day.day < this.point.silentFrom;
    for (const visit of visits) {
      const beyond = this.numbers.of(visit, opening.opens);
      this.tell({ visit, field: queue.fields[visit.field], beyond }, day, isTold);
    }
    for (const desk of desks) this.tellShift(desk, day);
  }

  private procedureFor(field: string): Procedure | undefined {
    const procedures = this.proceduresOf.get(field) ?? [];
    // Of the procedures of a field the first is asked for most, each next one less.
    return procedures[this.random.pick(procedures.map((_, rank) => 1 / (rank + 1)))];
  }

  private nextNumber(day: SimulatedDay): string {
    return `${this.point.code}-${day.compact.slice(2)}-${String(++this.sequence).padStart(3, '0')}`;
  }

  /** A number that was cancelled: the person took another one a moment later. */
  private tellCancelled(
    from: number,
    { visit, visitor }: { readonly visit: Visit; readonly visitor: string },
    day: SimulatedDay,
    isTold: boolean,
  ): void {
    const { days, files } = this.setting;
    const ticket = this.nextNumber(day);
    const at = (second: number): string => asIso(days, day.index * SECONDS_PER_DAY + second);
    this.setting.notes.noteVisit(day.index, '', false);
    const kind = visit.isPriority ? 'priority' : 'normal';
    if (isTold)
      files.write(
        'tickets',
        day.month,
        `${ticket},${this.point.code},,,walk_in,,,${kind},${at(from)},,,,,${at(visit.issued - 20)},void,,${visitor},0,0`,
      );
  }

  private tell({ visit, field, beyond }: Told, day: SimulatedDay, isTold: boolean): void {
    const { days, files } = this.setting;
    const { cancelledFrom, laterWait } = beyond;
    const visitor = cancelledFrom === undefined ? '' : `khach-${this.point.code}-${day.compact}-${cancelledFrom}-${visit.issued}`;
    if (cancelledFrom !== undefined) this.tellCancelled(cancelledFrom, { visit, visitor }, day, isTold);
    const procedure = this.procedureFor(field?.code ?? '');
    const midnight = day.index * SECONDS_PER_DAY;
    const leavesDossier = visit.outcome === 'served' && this.random.chance(field?.dossierChance ?? 0);
    const finished = visit.finished < 0 ? -1 : visit.finished + laterWait;
    const received = midnight + finished;
    const agent = visit.desk?.agent.code ?? '';
    const dossier =
      leavesDossier && procedure ? this.office.receive({ received, submitted: received, channel: 1, procedure, receiver: agent }) : '';
    const ticket = this.nextNumber(day);
    const at = (second: number): string => (second < 0 ? '' : asIso(days, midnight + second));
    this.setting.notes.noteVisit(day.index, field?.code ?? '', visit.outcome === 'served');
    const isBooked = this.random.chance(0.05 + 0.004 * day.month);
    if (!isTold) return;
    files.write(
      'tickets',
      day.month,
      `${ticket},${this.point.code},${field?.code ?? ''},${procedure?.code ?? ''},${isBooked ? 'booked' : 'walk_in'},${visit.desk?.counter ?? ''},${agent},` +
        `${visit.isPriority ? 'priority' : 'normal'},${at(visit.issued)},${at(visit.firstCalled)},${at(visit.lastCalled)},${at(visit.started)},` +
        `${at(finished)},${at(visit.left + laterWait)},${visit.outcome},${dossier},${visitor},${laterWait > 0 ? 1 : 0},${1_000 * laterWait}`,
    );
    if (visit.outcome === 'served' && this.random.chance(RATED_SHARE))
      this.rate({ ...visit, finished }, { ticket, field: field?.code ?? '', day });
  }

  private rate(
    visit: Visit,
    { ticket, field, day }: { readonly ticket: string; readonly field: string; readonly day: SimulatedDay },
  ): void {
    const { days, files, notes } = this.setting;
    const isLong = visit.firstCalled - visit.issued > LONG_WAIT;
    const level = 1 + this.random.pick(isLong ? [0.16, 0.44, 0.4] : [0.025, 0.3, 0.675]);
    const reason = level > 1 ? '' : isLong ? 'waiting' : (REASONS[visit.issued % REASONS.length] ?? '');
    const rated = asIso(days, day.index * SECONDS_PER_DAY + visit.finished + this.random.between(5, 90));
    notes.noteRating(day.index);
    files.write('ratings', day.month, `DG-${ticket},${this.point.code},${field},counter,${ticket},${rated},${level},${reason}`);
  }

  /** Ratings that nobody who was served has given. */
  private press(day: SimulatedDay): void {
    const { days, files, notes } = this.setting;
    pressedOn(day).forEach((second, index) => {
      notes.noteRating(day.index);
      const rated = asIso(days, day.index * SECONDS_PER_DAY + second);
      const id = `DG-${this.point.code}-${day.compact}-${String(index + 1).padStart(2, '0')}`;
      files.write('ratings', day.month, `${id},${this.point.code},,${PRESSED.device},,${rated},3,`);
    });
  }

  private tellShift(desk: Desk, day: SimulatedDay): void {
    const { days, files } = this.setting;
    const midnight = day.index * SECONDS_PER_DAY;
    const to = Math.max(desk.to, desk.lastEnd);
    const idle = Math.max(0, to - desk.from - desk.busy);
    const paused = Math.floor((idle * this.point.pausedShareOfIdle) / 60);
    const staffClass = desk.agent.isContract ? 'contract' : 'civil_servant';
    files.write(
      'shifts',
      day.month,
      `${desk.agent.code},${staffClass},${this.point.code},${desk.counter},${asIso(days, midnight + desk.from)},${asIso(days, midnight + to)},${paused}`,
    );
  }

  /** People submit online at any hour of any day; the office takes the dossier in during its hours. */
  private takeOnline(day: SimulatedDay): void {
    const { days } = this.setting;
    const rising = 0.7 + 0.055 * day.month;
    const busy = day.isWorking ? day.demand : 0.4;
    const count = this.random.poisson(this.point.onlinePerDay * rising * busy);
    for (let index = 0; index < count; index++) {
      const field = FIELD_WORK[this.random.pick(FIELD_WORK.map(({ onlineShare }) => onlineShare))];
      const procedure = this.procedureFor(field?.code ?? '');
      const submitted = day.index * SECONDS_PER_DAY + this.submissionSecond();
      const received = instantOf(days, workTimeOf(days, submitted) + Math.min(1.6, this.random.exponential(0.22)));
      if (!procedure || received === undefined || received >= days.end * SECONDS_PER_DAY) continue;
      const channel = this.random.chance(0.03) ? 3 : 2;
      this.office.receive({ received, submitted: Math.min(submitted, received), channel, procedure, receiver: `NV-${this.point.code}-M1` });
    }
  }

  private submissionSecond(): number {
    const hour = [9.5, 14.8, 20.5][this.random.pick([0.45, 0.33, 0.22])] ?? 12;
    return Math.min(SECONDS_PER_DAY - 1, Math.max(0, Math.round((hour + 1.6 * this.random.normal()) * 3600)));
  }
}
