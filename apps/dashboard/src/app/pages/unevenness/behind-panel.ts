import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UnevennessAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PeriodNames } from './period-names';
import { type BehindPoint, toldPeriods, worstTenth } from './worst-tenth';

/** Who is among the worst tenth and for how long, and of whom nothing can be said. */
@Component({
  selector: 'eh-behind-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, RouterLink, TranslocoPipe],
  templateUrl: './behind-panel.html',
  styleUrl: './behind-panel.css',
})
export class BehindPanel {
  readonly load = input.required<Loadable<UnevennessAnswer>>();
  /** How it was period by period; the list stands without it, too. */
  readonly series = input.required<Loadable<UnevennessAnswer>>();
  readonly retry = output();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly periods = inject(PeriodNames);
  private readonly names = inject(Columns);
  protected readonly carried = inject(Filters).carried;

  private readonly whole = computed(() => readyData(this.load())?.whole ?? null);
  private readonly past = computed(() => readyData(this.series()) ?? { series: [], since: null, grain: 'month' as const });

  /** Where points do not differ beyond chance nobody is behind, whatever the order of the estimates. */
  protected readonly areAlike = computed(() => this.whole()?.measures.real_spread.value === 0);

  protected readonly table = listState({ name: 'behind', first: 'name', others: ['times', 'since'], sort: '-times' });
  /** The worst first: so equals stand. */
  protected readonly behind = computed<readonly BehindPoint[]>(() => {
    const whole = this.whole();
    return whole === null || this.areAlike() ? [] : worstTenth(whole, this.past());
  });
  protected readonly columns = computed<readonly TableColumn<BehindPoint>[]>(() => {
    const { words } = this;
    const periods = this.formats.number(toldPeriods(this.past().series));
    return [
      this.names.point<BehindPoint>('name', ({ point }) => point),
      this.names.count<BehindPoint>('times', 'unevenness.how_often', {
        of: ({ times }) => times,
        cell: ({ times }) => ({ text: words.say('unevenness.times', { times: this.formats.number(times), periods }) }),
        width: 120,
      }),
      ...(this.since() === '' ? [] : [this.againstThen()]),
    ];
  });
  protected readonly idOf = ({ point }: BehindPoint): string => point;
  protected readonly textOf = ({ point }: BehindPoint): string => `${this.names.nameOf(point)} ${point} ${this.names.branchOf(point)}`;

  protected readonly since = computed(() => {
    const { series, since, grain } = this.past();
    const period = since === null ? undefined : series.find(({ range }) => range.from <= since.day && since.day < range.to);
    return period === undefined ? '' : this.periods.short(period.range.from, grain === 'week' ? 'week' : 'month');
  });

  protected readonly unknown = computed(() => this.named(this.whole()?.unknown ?? []));
  protected readonly tooFew = computed(() => this.named(this.whole()?.tooFew ?? []));

  protected readonly empty = computed(() => {
    const whole = this.whole();
    if (whole === null || whole.worstTenth.length + whole.unknown.length + whole.tooFew.length > 0) return null;
    return this.words.say('unevenness.nobody_behind');
  });

  protected readonly caption = computed(() => {
    const whole = this.whole();
    return whole === null || this.behind().length === 0 ? '' : this.words.say('unevenness.behind_how');
  });

  /** Who was among the worst tenth when the series of changes begins, and who was not. */
  private againstThen(): TableColumn<BehindPoint> {
    const column = this.names.state<BehindPoint>('since', 'unevenness.against', {
      of: ({ wasThen }) => (wasThen === null ? null : this.words.say(wasThen ? 'unevenness.as_then' : 'unevenness.not_then')),
      isLate: ({ wasThen }) => wasThen === false,
      width: 120,
    });
    return { ...column, text: this.words.say('unevenness.against', { since: this.since() }) };
  }

  private readonly named = (codes: readonly string[]) => codes.map((point) => ({ point, name: this.names.nameOf(point) }));
}
