import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Chart, type Draw, type FunnelData, funnelOption, type FunnelTexts, type PickedFigure, usualLimits } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { placedPoints } from '../data/funnel-points';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

/** In the legend, each with the shape that the drawing gives it. */
const LEGEND = [
  { mark: 'review', shape: 'M6 1 11.5 11H.5Z' },
  { mark: 'look', shape: 'M6 .5 11.5 6 6 11.5.5 6Z' },
  { mark: 'better', shape: 'M1.5 1.5h9v9h-9Z' },
  { mark: 'as_expected', shape: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z' },
] as const;

/** Points by their number of cases against the limits of chance, with the legend of its shapes. */
@Component({
  selector: 'eh-funnel-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, TranslocoPipe],
  template: `
    <ul aria-hidden="true">
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
      [height]="height()"
      [label]="label()"
      [walk]="{ series: 0, length: placed().length }"
      [places]="codes()"
      (picked)="pick($event)"
    />
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    ul {
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
    .again {
      fill: none;
      stroke: var(--eh-ink);
      stroke-width: 1.8;
    }
  `,
})
export class FunnelView {
  readonly answer = input.required<ComparisonAnswer>();
  /** The finding in one sentence, for those who do not see the drawing. */
  readonly label = input.required<string>();
  readonly height = input<number | ((width: number) => number)>(440);
  /** The code of a point that was clicked or entered. */
  readonly picked = output<string>();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  protected readonly legend = LEGEND;

  private readonly metric = computed(() => this.facts.metric(this.answer().metric));
  private readonly byCode = computed(() => new Map(this.answer().points.map((one) => [one.point, one])));
  protected readonly placed = computed(() => {
    const metric = this.metric();
    return metric === null ? [] : placedPoints(this.answer(), metric);
  });

  protected readonly codes = computed(() => this.placed().map(({ point }) => point));

  private readonly data = computed<FunnelData>(() => {
    const metric = this.metric();
    return {
      points: this.placed().map(({ point, drawn }) => ({ ...drawn, name: this.facts.point(point)?.name ?? point })),
      limits: usualLimits(this.placed().map(({ limits }) => limits)),
      reference: this.answer().city.value,
      isCut: metric?.unit === 'share' && metric.direction === 'up',
    };
  });

  private readonly texts = computed<FunnelTexts>(() => {
    const { say } = this.words;
    const unit = this.metric()?.unit ?? 'count';
    return {
      value: (value) => (unit === 'share' ? this.formats.share(value, 0) : this.formats.withUnit(value, unit)),
      n: (n) => this.formats.number(n),
      lines: (index) => this.lines(this.placed()[index]?.point),
      size: say('funnel.size'),
      reference: say('funnel.city', { city: this.formats.withUnit(this.answer().city.value, unit) }),
      look: say('funnel.look'),
      review: say('funnel.review'),
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => funnelOption(data, texts, frame);
  });

  protected pick({ series, index }: PickedFigure): void {
    const code = series === 0 ? this.placed()[index]?.point : undefined;
    if (code !== undefined) this.picked.emit(code);
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
}
