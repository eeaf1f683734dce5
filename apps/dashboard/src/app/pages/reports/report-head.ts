import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TimeRange } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { ReportChoice } from './report-choice';
import { ReportWords } from './report-words';

/** The head of an official form: who reports, the motto, which form, of which period and as of when. */
@Component({
  selector: 'eh-report-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="motto">
      <p>
        <b>{{ who() }}</b><br />{{ number() }}
      </p>
      <p>
        <b>{{ 'reports.state' | transloco }}</b><br /><b>{{ 'reports.motto' | transloco }}</b>
      </p>
    </div>
    <h3>{{ name() }}</h3>
    <p class="period">{{ period() }}</p>
    <p class="basis">{{ basis() }}</p>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 14px;
      text-align: center;
    }
    .motto {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 24px;
      justify-content: space-between;
      margin-bottom: 10px;
      font-size: 13px;
    }
    .motto p:last-child {
      margin-left: auto;
    }
    h3 {
      font-size: 17px;
      font-weight: 600;
    }
    .period {
      font-size: 14px;
    }
    .basis {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
  `,
})
export class ReportHead {
  readonly choice = input.required<ReportChoice>();
  readonly range = input.required<TimeRange>();
  readonly name = input.required<string>();
  /** The number of the form; empty where it has none. */
  readonly number = input('');
  readonly coverage = input<number | null>(null);
  /** The instant or day up to which it is known. */
  readonly known = input('');

  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Words);
  private readonly words = inject(ReportWords);

  protected readonly who = computed(() => {
    const { unit } = this.choice();
    const city = this.facts.city();
    const name = city === null ? '' : this.texts.label(city.name);
    return unit === 'city' ? name : `${name} · ${this.words.unit(unit)}`;
  });
  protected readonly period = computed(() =>
    this.texts.say('reports.of_period', {
      period: this.words.period(this.choice().period),
      days: this.formats.range(this.range()),
      calendar: this.texts.say(`reports.calendar_${this.choice().calendar}`),
    }),
  );
  protected readonly basis = computed(() => {
    const coverage = this.coverage();
    return [
      ...(this.known() === '' ? [] : [this.texts.say('standards.as_of', { at: this.known() })]),
      ...(coverage === null ? [] : [this.texts.say('standards.coverage', { share: this.formats.share(coverage) })]),
      ...(this.facts.city()?.isSimulated ? [this.texts.say('shell.simulated')] : []),
    ].join(' · ');
  });
}
