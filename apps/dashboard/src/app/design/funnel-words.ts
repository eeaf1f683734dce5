import { inject, Injectable } from '@angular/core';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { type CatalogMetric, CityFacts } from '../data/city-facts';
import { flagCounts, flagOf } from '../data/flags';
import { placedPoints } from '../data/funnel-points';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import type { TableTwin } from './twin-table';

/** What a funnel says, as a sentence and as a table. */
@Injectable({ providedIn: 'root' })
export class FunnelWords {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** How many points stand out, and how many are not drawn because too little is known. */
  finding(answer: ComparisonAnswer, metric: CatalogMetric): string {
    const { worse, review, better, compared } = flagCounts(answer.points);
    const left = answer.points.length - placedPoints(answer, metric).length;
    const params = Object.entries({ worse, review, better, points: compared, left });
    return this.words.say('funnel.caption', Object.fromEntries(params.map(([name, count]) => [name, this.formats.number(count)])));
  }

  /** Every point with what was expected of it and its own limits. */
  twin(answer: ComparisonAnswer, { unit }: CatalogMetric): TableTwin {
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
        this.facts.point(one.point)?.name ?? one.point,
        this.formats.count(one.n),
        this.formats.spelled(one.value, unit),
        this.formats.withUnit(one.expected, unit),
        one.limits === null ? '–' : this.formats.interval(one.limits.look, unit),
        [say(`flag.${flagOf(one)}`), ...(one.isPersistent ? [say('flags.again')] : [])].join(' · '),
      ]),
    };
  }
}
