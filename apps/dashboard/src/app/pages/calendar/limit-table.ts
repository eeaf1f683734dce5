import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ProcedureLimit, RegisterEntry } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { byName } from '../../format/search';
import { Words } from '../../i18n/words';
import { validityOf } from './validity';

/** What is shown without being asked for more. */
const FIRST = 8;

const isLimit = (content: RegisterEntry['content']): content is ProcedureLimit => 'procedureCode' in content;

/** How long each procedure may take, and from when on. */
@Component({
  selector: 'eh-limit-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'calendar.limits' | transloco">
      <table class="table dense" id="limits">
        <thead>
          <tr>
            <th scope="col">{{ 'calendar.procedure' | transloco }}</th>
            <th scope="col">{{ 'filter.channel' | transloco }}</th>
            <th scope="col">{{ 'calendar.limit' | transloco }}</th>
            <th scope="col">{{ 'calendar.holds' | transloco }}</th>
            <th scope="col">{{ 'calendar.basis' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of shown(); track row.key) {
            <tr>
              <th scope="row">
                {{ row.name }} <span class="aside">{{ row.code }}</span>
              </th>
              <td>{{ row.channel }}</td>
              <td>{{ row.limit }}</td>
              <td>{{ row.holds }}</td>
              <td>{{ row.basis }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (shown().length < rows().length) {
      <button type="button" class="button" (click)="isWhole.set(true)">
        {{ 'calendar.show_all' | transloco: { rows: formats.number(rows().length) } }}
      </button>
    }
  `,
  styles: `
    th[scope='row'] {
      min-width: 190px;
    }
    td:nth-child(n + 3) {
      white-space: nowrap;
    }
    .button {
      margin-top: 8px;
    }
  `,
})
export class LimitTable {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  readonly entries = input.required<readonly RegisterEntry[]>();

  protected readonly isWhole = signal(false);
  protected readonly rows = computed(() =>
    this.entries()
      .flatMap(({ key, content }) => (isLimit(content) ? [this.rowOf(key, content)] : []))
      .sort((a, b) => byName(a.name, b.name) || b.from.localeCompare(a.from)),
  );
  protected readonly shown = computed(() => (this.isWhole() ? this.rows() : this.rows().slice(0, FIRST)));

  private rowOf(key: string, { procedureCode, channel, unit, count, validFrom, validTo, basis }: ProcedureLimit) {
    return {
      key,
      from: validFrom,
      code: procedureCode,
      name: this.labelOf('procedure', procedureCode),
      channel: channel === null ? this.words.say('calendar.every_channel') : this.labelOf('channel', channel),
      limit: this.words.say(`limit.${unit}`, { count: this.formats.number(count, Number.isInteger(count) ? 0 : 1) }),
      holds: validityOf(validFrom, validTo, { words: this.words, formats: this.formats }),
      basis: basis ?? '–',
    };
  }

  private labelOf(kind: 'procedure' | 'channel', code: string): string {
    const label = this.facts.labelOf(kind, code);
    return label === null ? code : this.words.label(label);
  }
}
