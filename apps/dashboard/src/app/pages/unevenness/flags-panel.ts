import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { axisFromZero, IntervalAxis, IntervalRow, type ValueAxis } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { answerFile } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { flagOf, flagTone, isUncompared } from '../../data/flags';
import { type Loadable, readyData } from '../../data/loadable';
import { FlagTag } from '../../design/flag-tag';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { HeadCell } from '../../design/table/head-cell';
import { listState } from '../../design/table/table-state';
import { byName } from '../../format/search';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FlagColumns, markOf } from './flag-columns';

/** Points by how serious their flag is, each with its interval and the places it can have: no place where intervals overlap. */
@Component({
  selector: 'eh-flags-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, FlagTag, HeadCell, IntervalAxis, IntervalRow, Panel, TranslocoPipe],
  templateUrl: './flags-panel.html',
  styleUrl: './flags-panel.css',
})
export class FlagsPanel {
  readonly load = input.required<Loadable<ComparisonAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly router = inject(Router);
  protected readonly words = inject(Words);
  private readonly names = inject(Columns);
  private readonly flagColumns = inject(FlagColumns);
  private readonly formats = inject(Formats);

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

  protected readonly axis = computed<ValueAxis>(() => {
    // What cannot be compared rests on few cases: its long whiskers would press the others together.
    const marks = (this.answer()?.points ?? []).filter((one) => !isUncompared(flagOf(one))).map(markOf);
    const axis = axisFromZero([...marks.flatMap(({ value, high, raw = null }) => [value, high, raw]), this.city()]);
    // A share ends at the whole, and starts near its values where it should be high.
    if (this.metric()?.unit !== 'share' || this.metric()?.direction !== 'up') return axis;
    const low = Math.min(1, ...marks.flatMap(({ value, low: end, raw = null }) => [value, end, raw]).filter((one) => one !== null));
    const min = Math.max(0, Math.floor(low * 10) / 10);
    return { min, max: 1, ticks: [min, (min + 1) / 2, 1] };
  });
  protected readonly tick = (value: number): string =>
    this.metric()?.unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value);

  protected readonly table = listState({
    ...{ name: 'flags', first: 'name', others: ['interval', 'lived', 'adjusted', 'n', 'places', 'verdict'] },
    sort: 'verdict',
  });
  /** By name: so equals stand. */
  protected readonly rows = computed(() =>
    [...(this.answer()?.points ?? [])].sort((a, b) => byName(this.names.nameOf(a.point), this.names.nameOf(b.point))),
  );
  protected readonly columns = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    return answer === null || metric === null ? [] : this.flagColumns.of(answer, metric);
  });
  protected readonly idOf = ({ point }: PointComparison): string => point;
  protected readonly textOf = ({ point }: PointComparison): string => `${this.names.nameOf(point)} ${point} ${this.names.branchOf(point)}`;
  protected readonly markOf = markOf;
  protected readonly flagOf = flagOf;
  protected readonly toneOf = (one: PointComparison) => flagTone(flagOf(one));

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

  protected open(code: string): void {
    void this.router.navigate(['/points', code], { queryParams: this.filters.carried() });
  }
}
