import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { StandardPage, StandardVolume } from '@evenhand/contracts';
import { addDays } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { standardVolume, type VolumeWanted } from '../../data/standard-changes';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

const DAYS = 90;
/** Nobody reads a figure between two digits that they type. */
const PAUSE_MS = 400;

type Volume = NonNullable<StandardVolume['inForce']>;

/** How many cases and points would break a rule by the numbers in the fields: over the last 90 days, beside the numbers of today. */
@Component({
  selector: 'eh-rule-volume',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', '[class.is-waiting]': 'isWaiting()' },
  template: `
    @for (line of lines(); track $index) {
      <p>{{ line }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      min-height: 42px;
      padding: 8px 12px;
      border-left: 3px solid var(--eh-line);
      color: var(--eh-ink-2);
      font-size: 13.5px;
    }
    :host(.is-waiting) {
      color: var(--eh-ink-3);
    }
  `,
})
export class RuleVolume {
  readonly standard = input.required<StandardPage>();
  /** Only the numbers that differ. */
  readonly limits = input.required<Readonly<Record<string, number>>>();

  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  private readonly range = computed(() => {
    const last = this.facts.knownDays()?.lastDay;
    return last === undefined ? null : { from: addDays(last, 1 - DAYS), to: addDays(last, 1) };
  });
  private readonly typed = computed<VolumeWanted | null>(() => {
    const range = this.range();
    return range === null ? null : { standard: this.standard().id, ...range, limits: this.limits() };
  });
  private readonly wanted = signal<VolumeWanted | null>(null);
  private readonly asked = standardVolume(() => this.wanted());
  protected readonly isWaiting = computed(() => this.asked.load().state === 'loading' || this.wanted() !== this.typed());

  /** Nothing while there is nothing to say; why a number cannot be is said at its field. */
  protected readonly lines = computed<readonly string[]>(() => {
    const [load, range] = [this.asked.load(), this.range()];
    const volume = readyData(load);
    if (load.state === 'error' || volume === null || range === null) return [];
    const before = volume.inForce === null ? [] : [this.line('rule_edit.volume_today', volume.inForce, volume.entity)];
    const after = volume.proposed === null ? [] : [this.line('rule_edit.volume_other', volume.proposed, volume.entity)];
    return [this.words.say('rule_edit.volume', { days: DAYS, range: this.formats.range(range) }), ...before, ...after];
  });

  constructor() {
    effect((onCleanup) => {
      const typed = this.typed();
      const timer = setTimeout(() => this.wanted.set(typed), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private line(key: string, { cases, breaches, points, failing }: Volume, entity: string | null): string {
    const told = { failing: this.formats.number(failing), points: this.formats.number(points) };
    const places = this.words.say('rule_edit.volume_points', told);
    if (breaches === null || cases === null) return this.words.say(key, { found: places });
    const noun = this.words.sayIfKnown(`entity.${entity ?? ''}`, this.words.say('rule_edit.cases')).toLowerCase();
    const counted = { noun, breaches: this.formats.number(breaches), cases: this.formats.number(cases) };
    return this.words.say(key, { found: `${this.words.say('rule_edit.volume_cases', counted)}; ${places}` });
  }
}
