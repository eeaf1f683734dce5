import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { casesBehind } from '../../data/cases-behind';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { ExploreChoice } from './explore-choice';
import { ExploreColumns } from './explore-columns';
import { type ExploreRow, sideOf } from './explore-rows';

/** Fewer cases than this are shown and never called the highest or the lowest. */
const ENOUGH_CASES = 30;

/** The rows that rest on enough cases; all of them where none do, and for counts, which rest on themselves. */
function rankable(rows: readonly ExploreRow[], { kind }: CatalogMetric): ExploreRow[] {
  const enough = rows.filter(({ figure }) => kind === 'count' || kind === 'total' || casesBehind(figure) >= ENOUGH_CASES);
  return [...(enough.length === 0 ? rows : enough)];
}

/** Whether the first and the last bucket are cut. */
export interface PartialEnds {
  readonly isFirstPartial: boolean;
  readonly isLastPartial: boolean;
}

const valueOf = ({ figure }: ExploreRow): number => figure.value ?? 0;

/** What was found, in a sentence. */
@Injectable({ providedIn: 'root' })
export class ExploreCaption {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  private readonly columns = inject(ExploreColumns);

  /** Highest and lowest of some rows. */
  ofRows(rows: readonly ExploreRow[], { metric }: ExploreChoice): string {
    const known = rows.filter(({ figure }) => figure.value !== null);
    const ranked = rankable(known, metric).sort((a, b) => valueOf(b) - valueOf(a));
    const [highest, lowest] = [ranked[0], ranked.at(-1)];
    if (highest === undefined || lowest === undefined) return '';
    const text = (row: ExploreRow): string => this.formats.withUnit(row.figure.value, metric.unit);
    const name = this.words.label(metric.label);
    if (ranked.length === 1) return this.words.say('explore.found_one', { metric: name, name: highest.name, value: text(highest) });
    const unknown = rows.length - known.length;
    const found = this.words.say('explore.found_rows', {
      metric: name,
      ...{ highest: highest.name, high: text(highest), lowest: lowest.name, low: text(lowest) },
    });
    return unknown === 0 ? found : `${found} ${this.words.say('explore.found_unknown', { rows: this.formats.number(unknown) })}`;
  }

  /** From the first to the last whole bucket. */
  overTime(rows: readonly ExploreRow[], { metric }: ExploreChoice, { isFirstPartial, isLastPartial }: PartialEnds): string {
    const whole = rows.slice(isFirstPartial ? 1 : 0, isLastPartial ? -1 : undefined);
    const known = whole.filter(({ figure }) => figure.value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return '';
    const text = (row: ExploreRow): string => this.formats.withUnit(row.figure.value, metric.unit);
    return this.words.say('explore.found_over', {
      metric: this.words.label(metric.label),
      ...{ first: first.name, from: text(first), last: last.name, to: text(last) },
    });
  }

  /** The figure of all, and how it stands against what it is held against. */
  ofWhole(whole: Value | null, { metric, against }: ExploreChoice): string {
    if (whole === null) return '';
    const figure = this.words.say('explore.found_whole', {
      metric: this.words.label(metric.label),
      value: this.formats.spelled(whole, metric.unit),
    });
    const held = against === null ? undefined : whole.against?.[against];
    if (against !== null && held?.alike === null) return `${figure} ${this.words.say('point.peers_few')}`;
    if (against === null || held === undefined || held.difference === null) return figure;
    const difference = this.words.say(`explore.compared_${against}`, {
      value: this.formats.withUnit(held.value.value, metric.unit),
      range: this.formats.range(held.range),
      difference: this.columns.differenceText(held.difference, metric),
    });
    const chance = this.words.say(sideOf(whole, against) === 0 ? 'explore.chance' : 'explore.beyond_chance');
    const alike = held.alike ? this.words.say('explore.alike', { description: this.words.label(held.alike.description) }) : '';
    return [figure, difference, chance, alike].filter((part) => part !== '').join(' ');
  }
}
