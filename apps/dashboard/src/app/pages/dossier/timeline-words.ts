import { inject, Injectable } from '@angular/core';
import type { DossierTimelinePage } from '@evenhand/contracts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { type Entry, gapFor, outcomeOf, stretchesOf, timeOf } from './stretches';

type Dossier = DossierTimelinePage['dossier'];

const MS_PER_MINUTE = 60_000;
const TONES: Readonly<Partial<Record<Entry['kind'], 'stop' | 'due' | 'end'>>> = {
  clock_stopped: 'stop',
  clock_runs: 'stop',
  promised: 'due',
  due_moved: 'due',
  fell_due: 'due',
  finished: 'end',
};

/** Puts the life of a dossier into words. */
@Injectable({ providedIn: 'root' })
export class TimelineWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** Working time: `10 giờ 42 phút`; an en dash where no hours are known. */
  readonly working = (ms: number | null): string => {
    if (ms === null) return '–';
    const total = Math.round(ms / MS_PER_MINUTE);
    const [hours, minutes] = [Math.trunc(total / 60), total % 60];
    const texts = { hours: this.formats.number(hours), minutes: this.formats.number(minutes) };
    if (hours === 0) return this.words.say('timeline.minutes', texts);
    return this.words.say(minutes === 0 ? 'timeline.hours' : 'timeline.hours_minutes', texts);
  };

  readonly instant = (at: string | null): string => (at === null ? '–' : this.formats.instant(at));

  /** The entries in order, each with its words and with how far it stands below the one before. */
  entries({ entries }: DossierTimelinePage) {
    return entries.map((entry, index) => {
      const { day, time } = this.formats.instantParts(entry.at);
      const before = entries[index - 1];
      return {
        time,
        /** Said once a day. */
        day: before !== undefined && this.formats.instantParts(before.at).day === day ? '' : this.formats.dayLong(day),
        kind: entry.kind,
        tone: TONES[entry.kind] ?? 'plain',
        title: this.titleOf(entry),
        detail: this.detailOf(entry),
        since: this.sinceOf(entry),
        isStill: !entry.clockRan,
        gap: gapFor(entry),
      };
    });
  }

  /** How a dossier stands to its due date in force and to its first promise. */
  outcomes({ dossier, toldUntil }: DossierTimelinePage) {
    const of = (due: string | null) =>
      outcomeOf({ due: this.dayOf(due), end: this.dayOf(dossier.finishedAt), told: this.dayOf(toldUntil) });
    return { inForce: of(dossier.dueAt), first: of(dossier.firstDueAt) };
  }

  /** The life of a dossier in two sentences. */
  sentence(page: DossierTimelinePage): string {
    const { inForce, first } = this.outcomes(page);
    const stretches = stretchesOf(page.entries);
    const stops = page.entries.filter(({ kind }) => kind === 'clock_stopped').length;
    const moved = page.entries.filter(({ kind }) => kind === 'due_moved').length;
    return [
      this.words.say(`timeline.outcome_${inForce}`, { due: this.dayText(page.dossier.dueAt), end: this.dayText(page.dossier.finishedAt) }),
      ...(first === inForce || page.dossier.firstDueAt === null
        ? []
        : [this.words.say(`timeline.first_${first}`, { due: this.dayText(page.dossier.firstDueAt) })]),
      ...(stretches.length === 0 ? [] : [this.words.say('timeline.clock_ran', { ran: this.working(timeOf(stretches, true)) })]),
      ...(stops === 0 ? [] : [this.words.say('timeline.stopped', { stops, still: this.working(timeOf(stretches, false)) })]),
      ...(moved === 0 ? [] : [this.words.say('timeline.moved', { moved })]),
    ].join(' ');
  }

  /** The limit of the procedure, with and without the stops of the clock; empty where the city has none. */
  limit({ limit }: DossierTimelinePage): string {
    if (limit === null) return '';
    const count = this.formats.number(limit.count);
    const unit = this.words.sayIfKnown(`timeline.limit_${limit.unit}`, limit.unit);
    const parts = [limit.unit === 'same_day' ? unit : `${count} ${unit}`];
    if (limit.endsAt !== null) parts.push(this.words.say('timeline.limit_ends', { at: this.instant(limit.endsAt) }));
    if (limit.endsWithStopsAt !== null && limit.endsWithStopsAt !== limit.endsAt)
      parts.push(this.words.say('timeline.limit_with_stops', { at: this.instant(limit.endsWithStopsAt) }));
    return parts.join('; ');
  }

  private dayOf(at: string | null): string | null {
    return at === null ? null : this.formats.instantParts(at).day;
  }

  private dayText(at: Dossier['dueAt']): string {
    const day = this.dayOf(at);
    return day === null ? '–' : this.formats.day(day);
  }

  private titleOf({ kind, step }: Entry): string {
    if (step === null || step.step === '') return this.words.say(`timeline.${kind}`);
    return this.words.sayIfKnown(`dossier_step.${step.step}`, step.step);
  }

  private detailOf({ step, due }: Entry): string {
    if (step !== null) {
      const status = this.words.sayIfKnown(`status.${step.status}`, String(step.status));
      const by = step.agentClass === '' ? '' : this.words.sayIfKnown(`staff.${step.agentClass}`, step.agentClass);
      return [step.unit, by, status].filter((part) => part !== '').join(' · ');
    }
    if (due === null) return '';
    const learnt = due.isWhenLearnt ? [this.words.say('timeline.when_learnt')] : [];
    const moved =
      due.before === null
        ? this.instant(due.after)
        : this.words.say('timeline.due_from_to', { before: this.instant(due.before), after: this.instant(due.after) });
    return [moved, ...learnt].join('; ');
  }

  private sinceOf({ workingMs, clockRan, usedMs }: Entry): string {
    if (workingMs === null || workingMs === 0) return '';
    const since = this.words.say(clockRan ? 'timeline.since_ran' : 'timeline.since_still', { time: this.working(workingMs) });
    return usedMs === null ? since : `${since} · ${this.words.say('timeline.used', { time: this.working(usedMs) })}`;
  }
}
