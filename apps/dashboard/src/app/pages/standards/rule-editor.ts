import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { Problem, StandardPage } from '@evenhand/contracts';
import { startOfMonth } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { readyData } from '../../data/loadable';
import { type PreviewWanted, StandardChanges, standardPreview } from '../../data/standard-changes';
import { Formats } from '../../format/formats';
import { RuleWords } from '../../format/rule-words';
import { Words } from '../../i18n/words';
import { FormField } from '../../design/form-field';
import { changedLimits, draftFrom, type RuleDraft, written } from './rule-draft';
import { RulePreview } from './rule-preview';
import { RuleVolume } from './rule-volume';
import { Refusal } from '../../design/refusal';
import { DayField } from '../../design/day-field';
import { ShownPeriod } from './shown-period';

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

const FIELDS: readonly string[] = ['effectiveFrom', 'reason'];

/** Sets numbers of a rule from a day on: first looked at, then set. What is set stays in the history for good. */
@Component({
  selector: 'eh-rule-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayField, FormField, Refusal, RulePreview, RuleVolume, TranslocoPipe],
  templateUrl: './rule-editor.html',
  styleUrl: './rule-editor.css',
})
export class RuleEditor {
  readonly standard = input.required<StandardPage>();

  private readonly changes = inject(StandardChanges);
  private readonly period = inject(ShownPeriod);
  private readonly words = inject(Words);
  private readonly rules = inject(RuleWords);
  protected readonly formats = inject(Formats);

  private readonly today = this.formats.instantParts(new Date().toISOString()).day;
  protected readonly draft = linkedSignal<RuleDraft>(() => draftFrom(this.standard(), startOfMonth(this.today, 1)));
  private readonly wanted = signal<PreviewWanted | null>(null);
  private readonly preview = standardPreview(() => this.wanted());
  private readonly refused = signal<Problem | null>(null);
  protected readonly isSending = signal(false);
  protected readonly done = signal('');

  protected readonly fields = computed(() =>
    this.standard().thresholds.map((threshold) => {
      const { id, unit, least, most, label } = threshold;
      const allowed = { least: this.rules.threshold(least, threshold), most: this.rules.threshold(most, threshold) };
      return {
        id,
        label: unit === 'share' ? this.words.say('rule_edit.in_percent', { name: this.words.label(label) }) : this.words.label(label),
        value: this.draft().values[id] ?? '',
        ...{ least: written(least, threshold), most: written(most, threshold) },
        hint: this.words.say('rule_edit.allowed', allowed),
      };
    }),
  );
  protected readonly limits = computed(() => changedLimits(this.standard(), this.draft()), { equal: isSame });
  protected readonly isPast = computed(() => this.draft().effectiveFrom !== '' && this.draft().effectiveFrom < this.today);
  protected readonly isLooking = computed(() => this.wanted() !== null && this.preview.load().state === 'loading');
  protected readonly found = computed(() => (this.wanted() === null ? null : readyData(this.preview.load())));
  protected readonly problem = computed<Problem | null>(() => {
    const load = this.preview.load();
    return this.refused() ?? (this.wanted() !== null && load.state === 'error' ? load.problem : null);
  });
  /** What no field can say. */
  protected readonly elsewhere = computed(() => {
    const problem = this.problem();
    if (problem === null) return null;
    const { field = '' } = problem;
    const isOfNumber = this.standard().thresholds.some(({ id }) => field === `limits.${id}`);
    return isOfNumber || FIELDS.includes(field) ? null : problem;
  });
  /** True while what was looked at is what stands in the fields. */
  protected readonly isSeen = computed(() => JSON.stringify(this.wanted()) === JSON.stringify(this.asked()));
  protected readonly maySet = computed(
    () => this.found() !== null && this.isSeen() && !this.isSending() && this.draft().reason.trim() !== '',
  );
  protected readonly month = computed(() => {
    const range = this.range();
    return range === null ? '' : this.formats.month(range.from);
  });
  /** A rule of another city is adopted with the numbers it has; any other change changes a number. */
  protected readonly mayLook = computed(() => {
    const wanted = this.asked();
    return !this.isLooking() && wanted !== null && (!this.standard().isAdopted || Object.keys(wanted.limits).length > 0);
  });
  protected readonly dayLong = computed(() => (this.draft().effectiveFrom === '' ? '' : this.formats.dayLong(this.draft().effectiveFrom)));
  protected readonly day = computed(() => (this.draft().effectiveFrom === '' ? '' : this.formats.day(this.draft().effectiveFrom)));

  protected giveReason(event: Event): void {
    const reason = valueOf(event);
    this.done.set('');
    this.draft.update((draft) => ({ ...draft, reason }));
  }

  protected chooseDay(effectiveFrom: string): void {
    this.done.set('');
    this.draft.update((draft) => ({ ...draft, effectiveFrom }));
    if (!this.isPast()) this.draft.update((draft) => ({ ...draft, isRetroactive: false }));
  }

  protected typeNumber(id: string, event: Event): void {
    const value = valueOf(event);
    this.done.set('');
    this.draft.update((draft) => ({ ...draft, values: { ...draft.values, [id]: value } }));
  }

  protected toggleRetroactive(): void {
    this.draft.update((draft) => ({ ...draft, isRetroactive: !draft.isRetroactive }));
  }

  protected look(event: Event): void {
    event.preventDefault();
    this.refused.set(null);
    this.wanted.set(this.asked());
  }

  protected async set(): Promise<void> {
    const { effectiveFrom, reason, isRetroactive } = this.draft();
    const day = this.day();
    this.isSending.set(true);
    const refused = await this.changes.set(this.standard().id, {
      ...{ effectiveFrom, reason, isRetroactive },
      limits: this.limits(),
    });
    this.isSending.set(false);
    this.refused.set(refused);
    if (refused !== null) return;
    this.wanted.set(null);
    this.draft.update((draft) => ({ ...draft, reason: '' }));
    this.done.set(this.words.say('rule_edit.done', { day }));
  }

  private readonly range = computed(() => {
    const chosen = this.period.period()?.chosen;
    return chosen === undefined ? null : { from: chosen, to: startOfMonth(chosen, 1) };
  });

  private readonly asked = computed<PreviewWanted | null>(() => {
    const [range, { effectiveFrom, isRetroactive }] = [this.range(), this.draft()];
    if (range === null || effectiveFrom === '') return null;
    const limits = this.limits();
    return { standard: this.standard().id, ...range, effectiveFrom, limits, isRetroactive };
  });
}

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
