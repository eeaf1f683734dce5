import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../data/city-facts';
import { Formats } from '../format/formats';
import { GlossedText } from '../help/glossed-text';
import { Words } from '../i18n/words';

/** What a metric means: its sentence, its formula, the text it rests on, its versions and what it is taken for. */
@Component({
  selector: 'eh-explain-definition',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [GlossedText, TranslocoPipe],
  template: `
    <p class="lead"><eh-glossed-text [text]="words.label(metric().description)" /></p>
    <dl>
      <dt>{{ 'explain.formula' | transloco }}</dt>
      <dd><eh-glossed-text [text]="words.label(metric().formula)" /></dd>
      @if (metric().standard; as standard) {
        <dt>{{ 'explain.standard' | transloco }}</dt>
        <dd>{{ words.label(standard.label) }}</dd>
      }
      <dt>{{ 'explain.source' | transloco }}</dt>
      <dd>{{ source() }}</dd>
      <dt>{{ 'explain.better' | transloco }}</dt>
      <dd>{{ 'explain.better_' + metric().direction | transloco }}</dd>
      <dt>{{ 'explain.version' | transloco }}</dt>
      <dd>
        <ol>
          @for (version of versions(); track version.version) {
            <li>{{ version.text }}</li>
          }
        </ol>
      </dd>
      @if (others().length > 0) {
        <dt>{{ 'explain.differs' | transloco }}</dt>
        <dd>
          <ul>
            @for (other of others(); track other.id) {
              <li>
                <b>{{ other.name }}:</b> {{ other.why }}
              </li>
            }
          </ul>
        </dd>
      }
    </dl>
  `,
  styles: `
    .lead {
      margin-bottom: 10px;
      color: var(--eh-ink);
    }
    dl {
      margin: 0;
    }
    dt {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    dd {
      margin: 0 0 8px;
      color: var(--eh-ink-2);
      font-size: 13.5px;
    }
    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class ExplainDefinition {
  readonly metric = input.required<CatalogMetric>();

  protected readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);

  protected readonly source = computed(() => {
    const { source } = this.metric();
    return source === null ? this.words.say('explain.no_source') : this.words.label(source);
  });

  protected readonly versions = computed(() => {
    const { versions = [], version } = this.metric();
    if (versions.length === 0) return [{ version, text: this.words.say('explain.first_version', { version }) }];
    return versions.map((one) => ({
      version: one.version,
      text: this.words.say(one.from === null ? 'explain.version_first' : 'explain.version_from', {
        version: one.version,
        day: one.from === null ? '' : this.formats.day(one.from),
        change: this.words.label(one.change),
      }),
    }));
  });

  protected readonly others = computed(() =>
    (this.metric().differsFrom ?? []).map(({ metric, why }) => {
      const other = this.facts.metric(metric);
      return { id: metric, name: other === null ? metric : this.words.label(other.label), why: this.words.label(why) };
    }),
  );
}
