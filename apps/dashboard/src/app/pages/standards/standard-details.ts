import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { Session } from '../../data/session';
import { standardPage } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Words } from '../../i18n/words';
import { PageTitles } from '../../shell/page-titles';
import { BreachesPanel } from './breaches-panel';
import { ExampleList } from './example-list';
import { RuleEditor } from './rule-editor';
import { RuleFacts } from './rule-facts';
import { RuleHistory } from './rule-history';
import { VerdictMatrix } from './verdict-matrix';

/** One rule: what it says and since when, what it comes to at every point, and the cases that broke it. */
@Component({
  selector: 'eh-standard-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BreachesPanel, ExampleList, Panel, RouterLink, RuleEditor, RuleFacts, RuleHistory, TranslocoPipe, VerdictMatrix],
  template: `
    <nav class="trail" [attr.aria-label]="'shell.trail' | transloco">
      <a routerLink="/standards" [queryParams]="carried()">{{ 'standards.title' | transloco }}</a> › <span>{{ label() }}</span>
    </nav>
    <h1 class="page-title">{{ label() }}</h1>
    <p class="page-about">{{ promise() }}</p>
    <div class="grid">
      <eh-panel class="wide" [heading]="'standards.definition' | transloco" [load]="asked.load()" [space]="200" (retry)="asked.retry()">
        @if (standard(); as standard) {
          <eh-rule-facts [standard]="standard" />
        }
      </eh-panel>
      @if (asked.load().state !== 'error') {
        <eh-panel
          [heading]="'standards.history' | transloco"
          [note]="'standards.history_note' | transloco"
          [load]="asked.load()"
          [space]="200"
          (retry)="asked.retry()"
        >
          @if (standard(); as standard) {
            <eh-rule-history [standard]="standard" />
          }
        </eh-panel>
      }
      @if (standard(); as standard) {
        @if (mayEdit()) {
          <eh-panel class="full" [heading]="'rule_edit.title' | transloco" [note]="'rule_edit.note' | transloco">
            <button panelActions type="button" class="button" id="edit-rule" [attr.aria-expanded]="isEditing()" (click)="toggleEditor()">
              {{ (isEditing() ? 'rule_edit.leave' : 'rule_edit.open') | transloco }}
            </button>
            @if (isEditing()) {
              <eh-rule-editor [standard]="standard" />
            }
          </eh-panel>
        }
        @if (standard.data === 'present') {
          <eh-verdict-matrix class="full" [standard]="standard" />
          <eh-breaches-panel class="full" [standard]="standard" />
        }
        @if (standard.examples.length > 0) {
          <eh-panel
            class="full"
            [heading]="'standards.examples' | transloco"
            [note]="'standards.examples_note' | transloco"
            [caption]="greens()"
            [load]="asked.load()"
          >
            <eh-example-list [standard]="standard" />
          </eh-panel>
        }
      }
    </div>
  `,
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: var(--eh-gap);
    }
    .grid > * {
      grid-column: span 5;
      min-width: 0;
    }
    .grid > .wide {
      grid-column: span 7;
    }
    .grid > .full {
      grid-column: 1 / -1;
    }
    .page-about {
      color: var(--eh-ink-2);
      font-size: 15px;
    }
    @media screen and (max-width: 1099px) {
      .grid > *,
      .grid > .wide {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class StandardDetails {
  /** From the address: `/standards/:id`. */
  readonly id = input.required<string>();

  private readonly words = inject(Words);
  private readonly titles = inject(PageTitles);
  private readonly session = inject(Session);
  private readonly url = inject(UrlState);
  protected readonly carried = inject(Filters).carried;
  protected readonly asked = standardPage(() => this.id());

  protected readonly standard = computed(() => readyData(this.asked.load()));
  protected readonly label = computed(() => {
    const standard = this.standard();
    return standard === null ? this.words.say('standards.one') : this.words.label(standard.label);
  });
  protected readonly promise = computed(() => {
    const standard = this.standard();
    return standard === null ? '' : this.words.label(standard.promise);
  });
  /** Who may set rules sees where; the server decides. */
  protected readonly mayEdit = computed(() => {
    const standard = this.standard();
    return standard !== null && this.session.may('set_rules') && standard.data === 'present' && standard.thresholds.length > 0;
  });
  protected readonly isEditing = computed(() => this.url.params().get('edit') === 'numbers');
  protected readonly greens = computed(() => {
    const examples = this.standard()?.examples ?? [];
    const greens = examples.filter(({ isGreen }) => isGreen).length;
    return this.words.say('standards.greens', { greens, examples: examples.length });
  });

  protected toggleEditor(): void {
    void this.url.set({ edit: this.isEditing() ? null : 'numbers' });
  }

  constructor() {
    effect(() => this.titles.subject.set(this.standard() === null ? null : this.label()));
  }
}
