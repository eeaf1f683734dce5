import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PointStandards, ServiceStandard } from '@evenhand/contracts';
import { addDays, startOfMonth, type VerdictState } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { standardsOfPoint } from '../../data/point-days';
import { allStandards } from '../../data/standards';
import { Panel } from '../../design/panel';
import { StandingMark } from '../../design/standing-mark';
import { Formats } from '../../format/formats';
import { RuleWords } from '../../format/rule-words';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { countStates, gravestFirst } from './standards-in-order';

type Verdict = PointStandards['verdicts'][number];

/** What each standard comes to at the point in the shown period, what failed first; each leads to the standard at this point. */
@Component({
  selector: 'eh-standards-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, RouterLink, StandingMark, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'point.standards' | transloco"
      [note]="period()"
      [load]="load()"
      [empty]="judged().length === 0 ? ('empty.period' | transloco) : null"
      [caption]="caption()"
      [space]="320"
      (retry)="retry()"
    >
      <ul id="point-standards">
        @for (row of shown(); track row.id) {
          <li [attr.data-state]="row.state" [attr.data-standard]="row.id">
            <eh-standing-mark [state]="row.state" />
            <span class="what">
              <a [routerLink]="['/standards', row.id]" [queryParams]="row.link">{{ row.name }}</a>
              <span>{{ row.said }}</span>
            </span>
            <span class="word">{{ 'standing.' + row.state | transloco }}</span>
          </li>
        }
      </ul>
      @if (shown().length < judged().length) {
        <button type="button" class="button" (click)="isWhole.set(true)">
          {{ 'point.all_standards' | transloco: { standards: judged().length } }}
        </button>
      }
    </eh-panel>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 26px minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: center;
      padding: 6px 0;
      border-bottom: 1px solid var(--eh-line-soft);
    }
    li:last-child {
      border-bottom: 0;
    }
    a {
      display: inline-block;
      padding: 2px 0;
      color: var(--eh-ink);
      font-weight: 600;
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
    .what span {
      display: block;
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    .word {
      color: var(--eh-ink-2);
      font-size: 12.5px;
      font-weight: 600;
      white-space: nowrap;
    }
    .button {
      margin-top: 8px;
    }
  `,
})
export class StandardsPanel {
  private readonly answers = inject(PointAnswers);
  private readonly filters = inject(Filters);
  private readonly rules = inject(RuleWords);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly isWhole = signal(false);
  private readonly described = allStandards();
  private readonly asked = standardsOfPoint(() => {
    const [point, range] = [this.answers.code(), this.filters.range()];
    return point === null || range === null ? null : { point, ...range };
  });
  protected readonly retry = (): void => {
    this.asked.retry();
    this.described.retry();
  };

  private readonly known = computed(() => new Map(readyData(this.described.load())?.standards.map((rule) => [rule.id, rule])));
  protected readonly load = computed(() => {
    const rules = this.described.load();
    return rules.state === 'ready' ? mapReady(this.asked.load(), ({ verdicts }) => verdicts) : rules;
  });
  private readonly verdicts = computed(() => readyData(this.load()) ?? []);
  private readonly counts = computed(() => countStates(this.verdicts()));
  /** What there was something to judge by, the gravest first. */
  protected readonly judged = computed(() => gravestFirst(this.verdicts()).flatMap((verdict) => this.row(verdict)));
  protected readonly shown = computed(() => (this.isWhole() ? this.judged() : this.judged().filter(({ state }) => state !== 'pass')));

  protected readonly period = computed(() => {
    const range = this.filters.range();
    return range === null ? '' : this.formats.range(range);
  });
  protected readonly caption = computed(() => {
    const counts = this.counts();
    const count = (state: VerdictState): string => this.formats.number(counts[state]);
    return this.words.say('point.standards_say', {
      ...{ fail: count('fail'), pass: count('pass'), close: count('too_close') },
      ...{ unknown: count('unknown'), none: count('not_applicable') },
    });
  });

  private row(verdict: Verdict) {
    const rule: ServiceStandard | undefined = this.known().get(verdict.standard);
    if (rule === undefined || verdict.state === 'not_applicable') return [];
    const said = [this.rules.why(verdict), this.rules.figure(rule, verdict), this.rules.bounds(rule, verdict)].filter(
      (part) => part !== '',
    );
    // The page of a standard shows months: the last one of the period.
    const cell = `${this.answers.code() ?? ''}/${startOfMonth(addDays(verdict.to, -1))}`;
    const link = { ...this.filters.carried(), cell };
    return [{ id: rule.id, state: verdict.state, name: this.words.label(rule.label), said: said.join('; '), link }];
  }
}
