import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { axisFromZero, type IntervalMark, IntervalAxis, IntervalRow, type ValueAxis } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { answerFile } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { bySeverity, flagOf, flagTone, isUncompared } from '../../data/flags';
import { type Loadable, readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { FlagTag } from '../../design/flag-tag';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { matches } from '../../format/search';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

const SHOWN = 12;

/** Points by how serious their flag is, each with its interval and the places it can have: no place where intervals overlap. */
@Component({
  selector: 'eh-flags-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FlagTag, Icon, IntervalAxis, IntervalRow, Panel, RouterLink, TranslocoPipe],
  templateUrl: './flags-panel.html',
  styleUrl: './flags-panel.css',
})
export class FlagsPanel {
  readonly load = input.required<Loadable<ComparisonAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  protected readonly carried = this.filters.carried;

  private readonly answer = computed(() => readyData(this.load()));
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));
  /** What people lived, by point; what is adjusted stands in the table of the funnel. */
  protected readonly file = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    const question = answer === null || metric === null ? null : this.filters.question(metric, ['point'], answer.range);
    return question === null ? null : answerFile(question);
  });
  protected readonly city = computed(() => this.answer()?.city.value ?? null);
  protected readonly isAdjusted = computed(() => (this.answer()?.adjust ?? 'none') !== 'none');
  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  private readonly isAll = computed(() => this.url.params().get('rows') === 'all');

  protected readonly axis = computed<ValueAxis>(() => {
    // What cannot be compared rests on few cases: its long whiskers would press the others together.
    const marks = (this.answer()?.points ?? []).filter((one) => !isUncompared(flagOf(one))).map((one) => markOf(one));
    const axis = axisFromZero([...marks.flatMap(({ value, high, raw = null }) => [value, high, raw]), this.city()]);
    // A share ends at the whole, and starts near its values where it should be high.
    if (this.metric()?.unit !== 'share' || this.metric()?.direction !== 'up') return axis;
    const low = Math.min(1, ...marks.flatMap(({ value, low: end, raw = null }) => [value, end, raw]).filter((one) => one !== null));
    const min = Math.max(0, Math.floor(low * 10) / 10);
    return { min, max: 1, ticks: [min, (min + 1) / 2, 1] };
  });
  protected readonly tick = (value: number): string =>
    this.metric()?.unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value);

  private readonly found = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return [];
    return bySeverity(answer.points, metric.direction)
      .map((one) => ({ one, name: this.facts.point(one.point)?.name ?? one.point, branch: this.branchOf(one.point) }))
      .filter(({ name, branch }) => matches(`${name} ${branch}`, this.typed()));
  });

  protected readonly rows = computed(() => {
    const unit = this.metric()?.unit ?? 'count';
    return this.found()
      .slice(0, this.isAll() ? undefined : SHOWN)
      .map(({ one, name, branch }) => ({
        ...{ code: one.point, name, branch, flag: flagOf(one), isPersistent: one.isPersistent },
        tone: flagTone(flagOf(one)),
        mark: markOf(one),
        sentence: this.words.label(one.sentence),
        lived: this.formats.withUnit(one.value.value, unit),
        livedInFull: this.formats.spelled(one.value, unit),
        adjusted: this.formats.withUnit(one.adjusted?.value ?? null, unit),
        n: this.formats.count(one.n),
        places: placesOf(one),
      }));
  });

  protected readonly more = computed(() => {
    if (this.found().length <= SHOWN) return '';
    return this.isAll() ? this.words.say('flags.fewer') : this.words.say('flags.all', { points: this.formats.number(this.found().length) });
  });

  protected readonly empty = computed(() =>
    this.load().state === 'ready' && this.answer()?.points.length === 0 ? this.words.say('empty.period') : null,
  );

  protected readonly note = computed(() => {
    const keys = this.answer()?.adjustedFor.map(({ label }) => this.words.label(label)) ?? [];
    return keys.length === 0 ? '' : this.words.say('flags.allowed_for', { keys: keys.join(', ') });
  });

  protected readonly notes = computed(() => (this.answer()?.notes ?? []).map((note) => this.words.label(note)));

  protected readonly caption = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return '';
    const city = this.formats.spelled(answer.city, metric.unit);
    return this.words.say(this.isAdjusted() ? 'flags.caption' : 'flags.caption_none', { city });
  });

  protected search(event: Event): void {
    void this.url.replace({ q: event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null });
  }

  protected toggleAll(): void {
    void this.url.replace({ rows: this.isAll() ? null : 'all' });
  }

  /** A click anywhere in the row opens the point; the name in it is the link for keyboard and middle click. */
  protected open(code: string, event: Event): void {
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    void this.router.navigate(['/points', code], { queryParams: this.carried() });
  }

  private branchOf(code: string): string {
    return this.facts.branch(this.facts.point(code)?.branchCode ?? null)?.name ?? '';
  }
}

/** A place only where it is the only one it can have. */
const placesOf = ({ rank }: PointComparison): string =>
  rank === null ? '–' : rank.best === rank.worst ? String(rank.best) : `${rank.best}–${rank.worst}`;

/** The adjusted figure with what people lived as a hollow dot; what people lived alone where nothing was allowed for. */
function markOf({ adjusted, value }: PointComparison): IntervalMark {
  if (adjusted === null) return { value: value.value, low: value.interval?.low ?? null, high: value.interval?.high ?? null };
  return { value: adjusted.value, low: adjusted.interval.low, high: adjusted.interval.high, raw: value.value };
}
