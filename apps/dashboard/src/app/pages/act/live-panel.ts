import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LivePoint } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { Session } from '../../data/session';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { listState } from '../../design/table/table-state';
import { pieces } from '../../format/emphasis';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { LiveAnswers } from './live-answers';
import { LiveColumns } from './live-columns';
import { type LiveRows, liveRows } from './live-rows';

const NOTHING: LiveRows = { waiting: [], unknown: [], idle: 0, closed: 0, people: 0, expectedOver: 0 };

/** Who stands in line at the moment, and how many of them will have waited too long. */
@Component({
  selector: 'eh-live-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, RouterLink, TranslocoPipe],
  templateUrl: './live-panel.html',
  styleUrl: './live-panel.css',
})
export class LivePanel {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  private readonly session = inject(Session);
  private readonly names = inject(Columns);
  private readonly liveColumns = inject(LiveColumns);
  private readonly lines = inject(LiveAnswers);
  protected readonly load = this.lines.load;
  protected readonly retry = this.lines.retry;
  protected readonly carried = this.filters.carried;

  private readonly live = this.lines.live;
  protected readonly rows = computed(() => {
    const [live, { branch }] = [this.live(), this.filters.choice()];
    const isChosen = (code: string): boolean => branch === null || this.facts.point(code)?.branchCode === branch;
    return live === null ? NOTHING : liveRows(live, isChosen);
  });
  protected readonly shown = computed(() => this.rows().waiting);
  protected readonly table = listState({
    ...{ name: 'live', first: 'name', others: ['waiting', 'over', 'expected', 'longest', 'counters', 'told'] },
    sort: '-expected,-waiting',
  });
  protected readonly columns = computed(() => {
    const isWhole = this.filters.choice().branch === null && this.session.isWholeCity();
    return this.liveColumns.of({ minutes: this.minutes(), city: isWhole ? (this.live()?.city ?? null) : null });
  });
  protected readonly idOf = ({ point }: LivePoint): string => point;
  protected readonly textOf = ({ point }: LivePoint): string => `${this.names.nameOf(point)} ${point} ${this.names.branchOf(point)}`;
  protected readonly minutes = computed(() => this.formats.number(this.live()?.limitMinutes ?? this.facts.city()?.longWaitMinutes ?? 0));

  /** When this was, and that time stands still where the city is simulated. */
  protected readonly note = computed(() => {
    const live = this.live();
    if (live === null) return '';
    const isSimulated = this.facts.city()?.isSimulated === true;
    return this.words.say(isSimulated ? 'act.live_stopped' : 'act.live_at', { instant: this.formats.instant(live.now) });
  });

  protected readonly sentence = computed(() => {
    const { people, waiting, expectedOver, idle, closed, unknown } = this.rows();
    const { say } = this.words;
    if (people === 0 && idle === 0) return pieces(say(unknown.length > 0 && closed === 0 ? 'act.live_unknown' : 'act.live_closed'));
    if (people === 0) return pieces(say('act.live_none', { open: this.formats.number(idle) }));
    const params = { people: this.formats.number(people), points: this.formats.number(waiting.length), minutes: this.minutes() };
    if (expectedOver === null) return pieces(say('act.live_people', params));
    return pieces(
      say('act.live_expected', { ...params, over: this.formats.number(expectedOver), share: this.formats.share(expectedOver / people, 0) }),
    );
  });

  protected readonly caption = computed(() => {
    const { idle, closed, unknown, waiting } = this.rows();
    const [open, none, shut, silent] = [waiting.length + idle, idle, closed, unknown.length].map((count) => this.formats.number(count));
    return this.words.say('act.live_caption', { open: open ?? '', none: none ?? '', shut: shut ?? '', silent: silent ?? '' });
  });

  protected readonly nameOf = ({ point }: LivePoint): string => this.facts.point(point)?.name ?? point;

  protected readonly silence = ({ asOf }: LivePoint): string =>
    asOf === null ? this.words.say('act.silent_today') : this.words.say('act.silent_since', { time: this.formats.instantParts(asOf).time });
}
