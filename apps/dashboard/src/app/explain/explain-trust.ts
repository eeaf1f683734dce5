import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ExplanationPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

type Feed = ExplanationPage['feeds'][number];

/** How sure a figure is: its cases, its interval, what the silent feeds leave open, and what each feed told. */
@Component({
  selector: 'eh-explain-trust',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>{{ fact.text }}</dd>
        </div>
      }
    </dl>
    @if (feeds().length > 0) {
      <table class="table dense">
        <caption>
          {{
            'explain.feeds' | transloco
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'data.source' | transloco }}</th>
            <th scope="col">{{ 'data.latest' | transloco }}</th>
            <th scope="col">{{ 'explain.silent' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (feed of feeds(); track feed.key) {
            <tr>
              <th scope="row">
                {{ feed.entity }}<span class="source">{{ feed.source }}</span>
              </th>
              <td>{{ feed.latest }}</td>
              <td [class.is-silent]="feed.isSilent">{{ feed.silent }}</td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 16px;
      margin: 0 0 10px;
    }
    dt {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-size: 13.5px;
    }
    caption {
      padding: 4px 0;
      color: var(--eh-ink-3);
      font-size: 12px;
      text-align: left;
    }
    .table td,
    .table tbody th {
      height: auto;
      padding-block: 6px;
      font-size: 13px;
    }
    .source {
      display: block;
      color: var(--eh-ink-3);
      font-size: 12px;
      overflow-wrap: anywhere;
    }
    .is-silent {
      color: var(--eh-watch-strong);
    }
  `,
})
export class ExplainTrust {
  readonly page = input.required<ExplanationPage>();

  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly facts = computed(() => {
    const { value, metric } = this.page();
    const { say } = this.words;
    const bounds = this.formats.bounds(value, metric.unit);
    const told: readonly (readonly [string, string | null])[] = [
      ['n', this.formats.count(value.n)],
      ['cases', value.cases === null ? null : this.formats.number(value.cases)],
      ['interval', value.interval === null ? say('explain.no_interval') : this.formats.interval(value.interval, metric.unit)],
      ['bounds', bounds === '' ? null : bounds],
      ['coverage', this.coverage()],
      ['as_of', value.asOf === null ? say('reason.no_data') : this.formats.instant(value.asOf)],
      ['read', [say(`explain.from_${value.from}`), ...(value.approximate ? [say('explain.approximate')] : [])].join(', ')],
      ['published', this.published()],
    ];
    return told.flatMap(([id, text]) => (text === null ? [] : [{ name: say(`explain.fact_${id}`), text }]));
  });

  protected readonly feeds = computed(() =>
    this.page().feeds.map((feed) => ({
      key: `${feed.entity}/${feed.source}`,
      entity: this.words.sayIfKnown(`entity.${feed.entity}`, feed.entity),
      source: feed.source,
      latest: this.formats.instant(feed.latestAt),
      silent: this.silence(feed),
      isSilent: feed.silentDays > 0,
    })),
  );

  private silence({ days, silentDays }: Feed): string {
    if (days === 0) return this.words.say('explain.not_judged');
    return this.words.say('explain.silent_days', { silent: this.formats.number(silentDays), days: this.formats.number(days) });
  }

  private coverage(): string | null {
    const parts = this.page().coverage.map(({ entity, share }) => {
      const text = share === null ? this.words.say('explain.not_expected') : this.formats.share(share);
      return `${this.words.sayIfKnown(`entity.${entity}`, entity)}: ${text}`;
    });
    return parts.length === 0 ? null : parts.join('; ');
  }

  private published(): string | null {
    const [last] = this.page().published;
    return last === undefined ? null : this.formats.instant(last);
  }
}
