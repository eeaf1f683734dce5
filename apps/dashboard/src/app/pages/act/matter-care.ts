import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { DecideMatter, Problem } from '@evenhand/contracts';
import { LONGEST_OWNER, LONGEST_REASON, MOST_DAYS_DUE, MOST_DAYS_OFF, type MatterCause } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Matters } from '../../data/matters';
import { Formats } from '../../format/formats';
import { Refusal } from '../../design/refusal';
import { Words } from '../../i18n/words';

const USUAL_DAYS = 3;

/** What was decided about a matter, and where somebody may decide it, the way to do so. */
@Component({
  selector: 'eh-matter-care',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, TranslocoPipe],
  templateUrl: './matter-care.html',
  styleUrl: './matter-care.css',
})
export class MatterCare {
  readonly cause = input.required<MatterCause>();
  readonly point = input.required<string>();
  /** Where it is, for those who do not see it. */
  readonly name = input.required<string>();

  private readonly matters = inject(Matters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly limits = { owner: LONGEST_OWNER, reason: LONGEST_REASON, due: MOST_DAYS_DUE, off: MOST_DAYS_OFF };
  protected readonly usual = USUAL_DAYS;
  protected readonly isOpen = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly mayDecide = this.matters.mayDecide;
  protected readonly care = computed(() => this.matters.of(this.cause(), this.point()));
  protected readonly isLate = computed(() => (this.care()?.daysLeft ?? 0) < 0);

  /** Who takes care and how long is left; empty where nothing was decided. */
  protected readonly said = computed(() => {
    const care = this.care();
    if (care === null) return '';
    const until = care.offUntil === null ? '' : this.formats.day(care.offUntil);
    return [
      care.owner === '' ? '' : this.words.say('matter.cared_by', { owner: care.owner }),
      care.daysLeft === null ? '' : this.left(care.daysLeft),
      until === '' ? '' : this.words.say('matter.is_off', { day: until, reason: care.reason }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  });

  protected give(event: Event, owner: string, days: string): Promise<void> {
    event.preventDefault();
    return this.send({ owner, dueInDays: days === '' ? null : Number(days) });
  }

  protected putOff(event: Event, days: string, reason: string): Promise<void> {
    event.preventDefault();
    return this.send({ offForDays: Number(days), reason });
  }

  protected bringBack(): Promise<void> {
    return this.send({ offForDays: null });
  }

  private async send(wanted: DecideMatter): Promise<void> {
    const problem = await this.matters.decide(this.cause(), this.point(), wanted);
    this.problem.set(problem);
    if (problem === null) this.isOpen.set(false);
  }

  private left(days: number): string {
    const key = days < 0 ? 'matter.late' : days === 0 ? 'matter.due_today' : 'matter.days_left';
    return this.words.say(key, { days: this.formats.number(Math.abs(days)) });
  }
}
