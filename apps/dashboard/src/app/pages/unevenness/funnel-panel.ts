import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { Chart, type Draw, type FunnelData, funnelOption, type FunnelTexts, type PickedFigure, usualLimits } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { flagCounts, flagOf } from '../../data/flags';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { placedPoints } from './funnel-points';

/** In the legend, each with the shape that the drawing gives it. */
const LEGEND = [
  { mark: 'review', shape: 'M6 1 11.5 11H.5Z' },
  { mark: 'look', shape: 'M6 .5 11.5 6 6 11.5.5 6Z' },
  { mark: 'better', shape: 'M1.5 1.5h9v9h-9Z' },
  { mark: 'as_expected', shape: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z' },
] as const;

/** Points by their number of cases, against the limits that chance and ordinary differences keep. */
@Component({
  selector: 'eh-funnel-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'funnel.title' | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="500"
      (retry)="retry.emit()"
    >
      <ul class="legend" aria-hidden="true">
        @for (entry of legend; track entry.mark) {
          <li>
            <svg viewBox="0 0 12 12" [class]="entry.mark"><path [attr.d]="entry.shape" /></svg>{{ 'flag.' + entry.mark | transloco }}
          </li>
        }
        <li>
          <svg viewBox="0 0 12 12" class="again"><circle cx="6" cy="6" r="4.5" /></svg>{{ 'flags.again' | transloco }}
        </li>
      </ul>
      <eh-chart
        [draw]="draw()"
        [height]="height"
        [label]="caption()"
        [walk]="{ series: 0, length: placed().length }"
        (picked)="open($event)"
      />
      <p class="how">{{ 'funnel.how' | transloco }}</p>
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    eh-panel {
      height: 100%;
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      margin: 0 0 6px;
      padding: 0;
      color: var(--eh-ink-2);
      font-size: 12px;
      list-style: none;
    }
    svg {
      width: 11px;
      height: 11px;
      margin-right: 5px;
      vertical-align: -1px;
      fill: var(--eh-neutral);
    }
    .review {
      fill: var(--eh-worse);
    }
    .look {
      fill: var(--eh-watch);
    }
    .better {
      fill: var(--eh-better);
    }
    .how {
      margin-top: 8px;
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    .again {
      fill: none;
      stroke: var(--eh-ink);
      stroke-width: 1.8;
    }
  `,
})
export class FunnelPanel {
  readonly load = input.required<Loadable<ComparisonAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  protected readonly legend = LEGEND;
  /** As high as the list beside it where there is room, no higher than a phone can show. */
  protected readonly height = (width: number): number => Math.min(560, Math.max(380, width * 1.2));

  private readonly answer = computed(() => readyData(this.load()));
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));
  private readonly byCode = computed(() => new Map(this.answer()?.points.map((one) => [one.point, one])));

  protected readonly placed = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    return answer === null || metric === null ? [] : placedPoints(answer, metric);
  });

  protected readonly note = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return '';
    const isMoved = answer.adjust !== 'none';
    return this.words.say(isMoved ? 'funnel.note_casemix' : 'funnel.note_none', { metric: this.words.label(metric.label) });
  });

  protected readonly empty = computed(() => {
    if (this.load().state !== 'ready' || this.placed().length > 0) return null;
    return this.words.say('funnel.empty');
  });

  private readonly data = computed<FunnelData>(() => {
    const metric = this.metric();
    const placed = this.placed();
    return {
      points: placed.map(({ point, drawn }) => ({ ...drawn, name: this.nameOf(point) })),
      limits: usualLimits(placed.map(({ limits }) => limits)),
      reference: this.answer()?.city.value ?? null,
      isCut: metric?.unit === 'share' && metric.direction === 'up',
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => funnelOption(data, texts, frame);
  });

  private readonly texts = computed<FunnelTexts>(() => {
    const { say } = this.words;
    const metric = this.metric();
    const unit = metric?.unit ?? 'count';
    const city = this.answer()?.city.value ?? null;
    return {
      value: (value) => (unit === 'share' ? this.formats.share(value, 0) : this.formats.withUnit(value, unit)),
      n: (n) => this.formats.number(n),
      lines: (index) => this.lines(this.placed()[index]?.point),
      size: say('funnel.size'),
      reference: say('funnel.city', { city: this.formats.withUnit(city, unit) }),
      look: say('funnel.look'),
      review: say('funnel.review'),
    };
  });

  protected readonly caption = computed(() => {
    const answer = this.answer();
    if (answer === null) return '';
    const { worse, review, better, compared } = flagCounts(answer.points);
    const params = Object.entries({ worse, review, better, points: compared, left: answer.points.length - this.placed().length });
    return this.words.say('funnel.caption', Object.fromEntries(params.map(([name, count]) => [name, this.formats.number(count)])));
  });

  protected readonly twin = computed<TableTwin | null>(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return null;
    const { say } = this.words;
    return {
      columns: [
        { text: say('ranking.point') },
        { text: 'n', isNumber: true },
        { text: say('flags.lived'), isNumber: true },
        { text: say('flags.expected'), isNumber: true },
        { text: say('funnel.limits'), isNumber: true },
        { text: say('ranking.verdict') },
      ],
      rows: answer.points.map((one) => [
        this.nameOf(one.point),
        this.formats.count(one.n),
        this.formats.spelled(one.value, metric.unit),
        this.formats.withUnit(one.expected, metric.unit),
        one.limits === null ? '–' : this.formats.interval(one.limits.look, metric.unit),
        [say(`flag.${flagOf(one)}`), ...(one.isPersistent ? [say('flags.again')] : [])].join(' · '),
      ]),
    };
  });

  protected open({ series, index }: PickedFigure): void {
    const code = series === 0 ? this.placed()[index]?.point : undefined;
    if (code !== undefined) void this.router.navigate(['/points', code], { queryParams: this.filters.carried() });
  }

  private lines(code: string | undefined): readonly string[] {
    const one = this.byCode().get(code ?? '');
    if (one === undefined) return [];
    // The engine breaks no lines: a sentence is one.
    const sentences = this.words
      .label(one.sentence)
      .split(/(?<=\.) /)
      .filter((text) => text !== '');
    return [...sentences, this.words.say('kpi.n', { n: this.formats.count(one.n) })];
  }

  private nameOf(code: string): string {
    return this.facts.point(code)?.name ?? code;
  }
}
