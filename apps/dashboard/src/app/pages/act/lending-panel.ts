import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { Lender, Suggestion } from './lending';
import type { Expected } from './lending-effect';
import { LendingEffects } from './lending-effects';
import { LoadAnswers } from './load-answers';

const SHOWN = 8;

interface Entry {
  readonly point: string;
  readonly name: string;
  readonly branch: string;
  readonly how: string;
  readonly lacks: string;
  readonly lenders: readonly { readonly point: string; readonly text: string }[];
  /** What the first officer who comes can be expected to change, at both points. */
  readonly effect: string;
  readonly missing: string;
}

/** Who needs help in the chosen half-hour and who could lend somebody: a suggestion from half-hours that are over, not a roster. */
@Component({
  selector: 'eh-lending-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, RouterLink, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="heading()"
      [note]="'act.lending_note' | transloco"
      [load]="suggested()"
      [empty]="empty()"
      [caption]="caption()"
      [space]="460"
      (retry)="answers.retry()"
    >
      <ol id="lending">
        @for (entry of shown(); track entry.point) {
          <li>
            <p class="need">
              <a [routerLink]="['/points', entry.point]" [queryParams]="carried()">{{ entry.name }}</a>
              <span class="branch">{{ entry.branch }}</span>
              <b>{{ entry.lacks }}</b>
            </p>
            <p class="how">{{ entry.how }}</p>
            @if (entry.lenders.length > 0) {
              <p class="lend">
                {{ 'act.could_lend' | transloco }}
                @for (lender of entry.lenders; track lender.point) {
                  <a [routerLink]="['/points', lender.point]" [queryParams]="carried()">{{ lender.text }}</a>
                }
              </p>
            }
            @if (entry.effect !== '') {
              <p class="effect">{{ entry.effect }}</p>
            }
            @if (entry.missing !== '') {
              <p class="missing">{{ entry.missing }}</p>
            }
          </li>
        }
      </ol>
      @if (shown().length < count()) {
        <button type="button" class="button" (click)="isWhole.set(true)">
          {{ 'ranking.all' | transloco: { points: count() } }}
        </button>
      }
    </eh-panel>
  `,
  styles: `
    ol {
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 9px 0;
      border-bottom: 1px solid var(--eh-line-soft);
    }
    li:last-child {
      border-bottom: 0;
    }
    .need {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      align-items: baseline;
    }
    .need a {
      color: var(--eh-ink);
      font-weight: 600;
      text-decoration: none;
    }
    .need a:hover {
      text-decoration: underline;
    }
    .need b {
      margin-left: auto;
      color: var(--eh-worse-text);
      font-size: 13px;
      font-weight: 600;
    }
    .branch,
    .how {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    .lend,
    .missing {
      margin-top: 3px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    .lend a {
      display: inline-block;
      margin: 2px 6px 2px 0;
      padding: 1px 8px;
      border: 1px solid var(--eh-line);
      border-radius: 999px;
      text-decoration: none;
    }
    .lend a:hover {
      background: var(--eh-brand-soft);
    }
    .effect {
      margin-top: 3px;
      padding-left: 10px;
      border-left: 3px solid var(--eh-better);
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    .missing {
      color: var(--eh-watch-strong);
    }
  `,
})
export class LendingPanel {
  protected readonly answers = inject(LoadAnswers);
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly effects = inject(LendingEffects);
  protected readonly carried = inject(Filters).carried;

  protected readonly isWhole = signal(false);

  protected readonly suggested = computed(() => mapReady(this.answers.load(), () => this.answers.suggestionsAt(this.answers.slot())));
  private readonly suggestions = computed(() => readyData(this.suggested()) ?? []);
  protected readonly count = computed(() => this.suggestions().length);
  // Only what is shown is worked out: each effect plays two days through.
  private readonly wanted = computed(() => (this.isWhole() ? this.suggestions() : this.suggestions().slice(0, SHOWN)));
  protected readonly shown = computed(() => this.wanted().map((suggestion) => this.entry(suggestion)));

  constructor() {
    effect(() => this.effects.needy.set(this.wanted().map(({ need }) => need.load.point)));
  }

  protected readonly heading = computed(() => {
    const slot = this.answers.slot();
    return slot === null ? this.words.say('act.lending') : this.words.say('act.lending_at', { slot });
  });
  protected readonly empty = computed(() => (this.suggestions().length === 0 ? this.words.say('act.nobody_needs') : null));
  protected readonly caption = computed(() => {
    const all = this.suggestions();
    const lacking = all.reduce((sum, { need }) => sum + need.officers, 0);
    const missing = all.reduce((sum, suggestion) => sum + suggestion.missing, 0);
    const met = lacking - missing;
    if (lacking === 0) return '';
    const params = { points: this.formats.number(all.length), lacking: this.formats.number(lacking), met: this.formats.number(met) };
    return this.words.say('act.lending_says', params);
  });

  private entry({ need: { load, minutes, officers }, lenders, missing }: Suggestion): Entry {
    const { say } = this.words;
    const figures = {
      occupancy: this.formats.share(load.occupancy ?? 0, 0),
      minutes: this.formats.number(Math.max(1, Math.round(minutes))),
      overloaded: this.formats.number(load.overloadedDays),
      days: this.formats.number(load.days),
    };
    return {
      point: load.point,
      name: this.nameOf(load.point),
      branch: this.facts.branch(this.facts.point(load.point)?.branchCode ?? null)?.name ?? '',
      how: say('act.need_says', figures),
      lacks: say('act.lacks', { officers: this.formats.number(officers) }),
      lenders: lenders.map((lender) => ({ point: lender.load.point, text: this.lender(lender) })),
      effect: this.effect(load.point, lenders[0]),
      missing: missing === 0 ? '' : say('act.missing', { officers: this.formats.number(missing) }),
    };
  }

  private lender({ load, officers, isSameBranch }: Lender): string {
    const params = { name: this.nameOf(load.point), officers: this.formats.number(officers) };
    return this.words.say(isSameBranch ? 'act.lender_same' : 'act.lender_other', params);
  }

  private effect(needy: string, lender: Lender | undefined): string {
    const effect = lender === undefined ? null : this.effects.of(needy, lender.load.point);
    if (effect === null || lender === undefined) return '';
    const { say } = this.words;
    const minutes = (value: number): string => this.formats.number(Math.max(0, value), 1);
    const between = ({ low, high }: Expected): string => `${minutes(low)}–${minutes(high)}`;
    const params = {
      ...{ name: this.nameOf(lender.load.point), before: minutes(effect.before), limit: this.formats.number(this.effects.limit()) },
      ...{ shorter: minutes(effect.shorter.usual), shorterRange: between(effect.shorter) },
      ...{ over: minutes(effect.fewerOver.usual), overRange: between(effect.fewerOver) },
      ...{ longer: minutes(effect.longer.usual), longerRange: between(effect.longer) },
    };
    return say('act.effect', params);
  }

  private nameOf(point: string): string {
    return this.facts.point(point)?.name ?? point;
  }
}
