import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { answerFile, type FileSource } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { type Loadable, mapReady, readyData } from '../../data/loadable';
import { noFigure } from '../../data/no-figure';
import { KpiCard, type KpiView } from '../../design/kpi-card';
import { KpiViews } from '../../design/kpi-views';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { AgainstCity } from './against-city';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';
import { KEY_METRICS } from './point-questions';
import { RowsLink } from './rows-link';

/** The figures of the point, each against the whole city; a stock, which grows with the point, against the period before. */
@Component({
  selector: 'eh-point-cards',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [KpiCard],
  template: `
    @for (card of cards(); track card.id) {
      <eh-kpi-card [label]="card.label" [load]="card.load" [file]="card.file" (retry)="answers.retry()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: var(--eh-gap);
    }
    @media screen and (max-width: 1279px) {
      :host {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }
    }
    @media screen and (max-width: 719px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 10px;
      }
    }
  `,
})
export class PointCards {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly views = inject(KpiViews);
  private readonly comparison = inject(AgainstCity);
  private readonly comparisons = inject(PointComparisons);
  private readonly rows = inject(RowsLink);
  protected readonly answers = inject(PointAnswers);

  protected readonly cards = computed(() =>
    KEY_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [{ id, label: this.views.labelOf(metric), load: this.load(metric), file: this.file(metric) }];
    }),
  );

  /** The figure of this point alone, whatever branch is chosen. */
  private file(metric: CatalogMetric): FileSource | null {
    const [code, range] = [this.answers.code(), this.answers.periods()?.range ?? null];
    if (code === null || range === null) return null;
    const question = this.filters.question(metric, ['point'], range, {
      isWholeCity: true,
      where: [{ dimension: 'point', values: [code] }],
    });
    return question === null ? null : answerFile(question);
  }

  private load(metric: CatalogMetric): Loadable<KpiView> {
    const now = this.answers.figure('current', metric.id);
    return mapReady(now, (figure) => {
      const city = readyData(this.answers.figure('city', metric.id));
      const weeksRange = this.answers.periods()?.weeks;
      const current = figure ?? noFigure('not_applicable');
      const view = this.views.of({
        metric,
        now: current,
        before: readyData(this.answers.figure('before', metric.id)),
        weeks: readyData(this.answers.answer('weeks', metric.id)),
        weeksRange: weeksRange ?? { from: '', to: '' },
        // How few answered is told beside the ratings; a narrow card has no room for it.
        response: null,
      });
      const rows = this.rows.of(metric.id, this.rows.partFor(metric.id, figure));
      if (metric.kind === 'count') return { ...view, rows, target: this.shareOfCity(figure?.value ?? null, city?.value ?? null) };
      if (this.comparisons.isAwaited(metric.id)) return { ...view, rows, change: null };
      const yardstick = { city, compared: this.comparisons.own(metric.id) };
      return { ...view, rows, change: this.comparison.change(current, yardstick, metric) };
    });
  }

  private shareOfCity(value: number | null, city: number | null): string {
    if (value === null || city === null || city === 0) return '';
    return this.words.say('point.of_city', { share: this.formats.share(value / city) });
  }
}
