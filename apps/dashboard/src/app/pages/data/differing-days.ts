import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Reconciliation } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** What a phone shows without being asked for more. */
const FIRST = 5;

/** Days on which a source counts otherwise than the warehouse: the largest differences, and all of them on demand. */
@Component({
  selector: 'eh-differing-days',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'quality.differing_days' | transloco">
      <table class="table dense" id="differing-days">
        <thead>
          <tr>
            <th scope="col">{{ 'quality.where' | transloco }}</th>
            <th scope="col" class="number">{{ 'quality.counted' | transloco }}</th>
            <th scope="col" class="number">{{ 'quality.held' | transloco }}</th>
            <th scope="col" class="number">{{ 'data.quarantined' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of shown(); track row.key) {
            <tr>
              <td>{{ row.what }}</td>
              <td class="number">{{ row.counted }}</td>
              <td class="number">{{ row.held }}</td>
              <td class="number">{{ row.quarantined }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (shown().length < rows().length) {
      <button type="button" class="button" (click)="isWhole.set(true)">
        {{ 'quality.show_all' | transloco: { rows: formats.number(rows().length) } }}
      </button>
    }
  `,
  styles: `
    .button {
      margin-top: 8px;
    }
  `,
})
export class DifferingDays {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  readonly days = input.required<Reconciliation['days']>();

  protected readonly isWhole = signal(false);
  protected readonly rows = computed(() =>
    this.days().map((day) => ({
      key: `${day.source}/${day.entity}/${day.point}/${day.day}`,
      what: [this.words.sayIfKnown(`entity.${day.entity}`, day.entity), this.nameOf(day.point), this.formats.day(day.day)].join(' · '),
      counted: this.formats.number(day.counted),
      held: this.formats.number(day.held),
      quarantined: this.formats.number(day.quarantined),
    })),
  );
  protected readonly shown = computed(() => (this.isWhole() ? this.rows() : this.rows().slice(0, FIRST)));

  private readonly nameOf = (code: string): string => this.facts.point(code)?.name ?? code;
}
