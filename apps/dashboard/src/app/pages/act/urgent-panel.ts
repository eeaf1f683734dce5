import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING } from '../../data/loadable';
import { Matters } from '../../data/matters';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { ToneTag } from '../../design/tone-tag';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { BacklogAnswers } from './backlog-answers';
import { AT_RISK, OVERDUE } from './backlog-rows';
import { LiveAnswers } from './live-answers';
import { LoadAnswers } from './load-answers';
import { MatterCare } from './matter-care';
import { byPeople, jams, type Jam, lateDossiers, linesNow, type UrgentKind, type UrgentLine } from './urgent-lines';

const SHOWN = 14;
const KINDS: readonly UrgentKind[] = ['line', 'jam', 'overdue', 'late_soon'];

/** What to do first: one list of everything that asks for somebody, where most people are concerned ahead. */
@Component({
  selector: 'eh-urgent-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, MatterCare, Panel, RouterLink, ToneTag, TranslocoPipe],
  templateUrl: './urgent-panel.html',
  styleUrl: './urgent-panel.css',
})
export class UrgentPanel {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly live = inject(LiveAnswers);
  private readonly loads = inject(LoadAnswers);
  private readonly backlog = inject(BacklogAnswers);
  protected readonly url = inject(UrlState);
  protected readonly formats = inject(Formats);
  protected readonly carried = this.filters.carried;
  private readonly matters = inject(Matters);
  protected readonly isWhole = signal(false);

  /** Ready with whatever has come: one source that is late or fails holds up no other. */
  protected readonly load = computed<Loadable<unknown>>(() => {
    const all: readonly Loadable<unknown>[] = [this.loads.load(), this.backlog.load(), this.live.load()];
    return all.find(({ state }) => state === 'ready') ?? all.find(({ state }) => state === 'loading') ?? all[0] ?? LOADING;
  });
  protected readonly retry = (): void => {
    this.live.retry();
    this.loads.retry();
    this.backlog.retry();
  };

  /** All matters, those put off among them. */
  private readonly every = computed(() => {
    const chosen = this.loads.loads().filter(({ point }) => this.loads.isChosen(point));
    const waiting = linesNow(this.live.live()?.points ?? []).filter(({ point }) => this.loads.isChosen(point));
    const jammed = jams({
      ...{ loads: chosen, people: this.loads.people(), standard: this.loads.standard() },
      suggestionsAt: this.loads.suggestionsAt,
    });
    return byPeople([...waiting, ...jammed, ...lateDossiers(this.backlog.rows())]);
  });
  private readonly isOff = ({ kind, point }: UrgentLine): boolean => (this.matters.of(kind, point)?.offUntil ?? null) !== null;
  protected readonly offCount = computed(() => this.every().filter(this.isOff).length);
  /** Whether what is put off is looked at, or what is to be done. */
  protected readonly isOffShown = signal(false);
  private readonly all = computed(() => this.every().filter((line) => this.isOff(line) === (this.isOffShown() && this.offCount() > 0)));
  private readonly found = computed(() => this.all().filter(({ kind }) => this.kind() === null || kind === this.kind()));
  protected readonly kind = computed(() => KINDS.find((kind) => kind === this.url.params().get('kind')) ?? null);
  protected readonly count = computed(() => this.found().length);
  protected readonly shown = computed(() => (this.isWhole() ? this.found() : this.found().slice(0, SHOWN)).map((line) => this.view(line)));
  protected readonly kinds = computed(() =>
    KINDS.map((kind) => ({
      ...{ kind, isChosen: this.kind() === kind, text: this.words.say(`act.kind_${kind}`) },
      count: this.formats.number(this.all().filter((line) => line.kind === kind).length),
    })),
  );

  protected readonly empty = computed(() => (this.every().length === 0 ? this.words.say('act.nothing_urgent') : null));
  protected readonly caption = computed(() => {
    const [first] = this.all();
    if (first === undefined) return '';
    const points = new Set(this.all().map(({ point }) => point)).size;
    const params = { lines: this.formats.number(this.all().length), points: this.formats.number(points), name: this.nameOf(first.point) };
    return this.words.say('act.urgent_says', params);
  });

  protected readonly choose = (kind: UrgentKind): void => void this.url.set({ kind: this.kind() === kind ? null : kind });

  private view(line: UrgentLine) {
    return {
      ...{ id: `${line.kind}/${line.point}`, kind: line.kind, point: line.point, name: this.nameOf(line.point) },
      branch: this.facts.branch(this.facts.point(line.point)?.branchCode ?? null)?.name ?? '',
      what: this.words.say(`act.kind_${line.kind}`),
      tone: line.kind === 'late_soon' ? ('watch' as const) : ('worse' as const),
      people: this.words.say(`act.people_${line.kind}`, { people: this.formats.number(line.people) }),
      since: this.since(line),
      why: this.words.say(`act.why_${line.kind}`, { standard: this.formats.share(this.loads.standard(), 0) }),
      step: this.step(line),
      link: this.link(line),
    };
  }

  private since(line: UrgentLine): string {
    const { say } = this.words;
    switch (line.kind) {
      case 'line':
        return say('act.since_line', { minutes: this.formats.number(Math.round(line.longestMinutes)) });
      case 'jam':
        return say('act.since_jam', {
          ...{ slots: this.slotsOf(line), occupancy: this.formats.share(line.occupancy, 0) },
          ...{ overloaded: this.formats.number(line.overloadedDays), days: this.formats.number(line.days) },
        });
      case 'overdue':
        return line.oldest === null ? '' : say('act.since_overdue', { days: this.formats.number(line.oldest) });
      case 'late_soon':
        return say('act.since_late_soon', { soon: this.formats.number(line.soon) });
    }
  }

  /** The best next step, in words. */
  private step(line: UrgentLine): string {
    if (line.kind !== 'jam') return this.words.say(`act.step_${line.kind}`);
    const [lender] = line.suggestion?.lenders ?? [];
    if (lender === undefined) return this.words.say('act.step_jam_alone', { slot: line.slots.worst });
    return this.words.say('act.step_jam', { name: this.nameOf(lender.load.point), slot: line.slots.worst });
  }

  /** Where the next step is taken. */
  private link(line: UrgentLine) {
    const rows = (metric: string) => ({ ...this.carried(), branch: null, metric, part: 'n', where: `point:${line.point}` });
    switch (line.kind) {
      case 'line':
        return { path: ['/points', line.point], params: this.carried() };
      case 'jam':
        return { path: ['/act'], params: { ...this.here(), slot: line.slots.worst } };
      case 'overdue':
        return { path: ['/rows'], params: rows(OVERDUE) };
      case 'late_soon':
        return { path: ['/rows'], params: rows(AT_RISK) };
    }
  }

  /** The parameters of the page as it stands. */
  private here(): Readonly<Record<string, string | null>> {
    const params = this.url.params();
    return Object.fromEntries(params.keys.map((name) => [name, params.get(name)]));
  }

  private slotsOf({ slots: { from, to } }: Jam): string {
    return from === to ? from : `${from}–${to}`;
  }

  private nameOf(point: string): string {
    return this.facts.point(point)?.name ?? point;
  }
}
