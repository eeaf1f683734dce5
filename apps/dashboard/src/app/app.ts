import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { addDays } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { CityFacts } from './data/city-facts';
import { Filters } from './data/filters';
import { PageUpdates } from './data/page-updates';
import { StaleAnswers } from './data/stale-answers';
import { DownloadStatus } from './design/download-status';
import { Icon } from './design/icon';
import { Problem } from './design/problem';
import { StaleNotice } from './design/stale-notice';
import { ExplainOutlet } from './explain/explain-outlet';
import { Formats } from './format/formats';
import { Tour } from './help/tour';
import { TourOffer } from './help/tour-offer';
import { TourStep } from './help/tour-step';
import { Words } from './i18n/words';
import { Shortcuts } from './keyboard/shortcuts';
import { NotesOutlet } from './notes/notes-outlet';
import { LanguageChoice } from './preferences/language-choice';
import { ThemeChoice } from './preferences/theme-choice';
import { AccountMenu } from './shell/account-menu';
import { FilterBar } from './shell/filter-bar';
import { isFiltered } from './shell/filtered-pages';
import { PageQr } from './shell/page-qr';
import { ScrollMemory } from './shell/scroll-memory';
import { SideNav } from './shell/side-nav';
import { SlowNotice } from './shell/slow-notice';
import { ViewsMenu } from './shell/views-menu';

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';

/** The frame around every page: navigation, filters, settings and the mark of simulated data. */
@Component({
  selector: 'eh-shell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AccountMenu,
    DownloadStatus,
    FilterBar,
    Icon,
    PageQr,
    Problem,
    RouterOutlet,
    SideNav,
    SlowNotice,
    StaleNotice,
    TourOffer,
    TourStep,
    TranslocoPipe,
    ViewsMenu,
  ],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  protected readonly facts = inject(CityFacts);
  protected readonly filters = inject(Filters);
  protected readonly languages = inject(LanguageChoice);
  protected readonly themes = inject(ThemeChoice);

  protected readonly shortcuts = inject(Shortcuts);
  protected readonly tour = inject(Tour);

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly updates = inject(PageUpdates);
  private readonly stale = inject(StaleAnswers);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => pathOf(event.urlAfterRedirects)),
    ),
  );
  private pathBefore: string | undefined;
  protected readonly hasFilters = computed(() => isFiltered(this.path() ?? this.router.url));

  protected readonly otherLanguage = computed(() => (this.languages.language() === 'vi' ? 'en' : 'vi'));

  /** Up to when and how completely it is known: on paper it stands beside scope and period. */
  protected readonly known = computed(() => {
    const [day, asOf, coverage] = [this.facts.knownDays()?.lastDay, this.updates.asOf(), this.updates.coverage()];
    const until = asOf === null ? (day === undefined ? null : this.formats.day(day)) : this.formats.instant(asOf);
    return [
      ...(until === null ? [] : [this.words.say('export.as_of', { day: until })]),
      ...(coverage === null ? [] : [this.words.say('print.coverage', { share: this.formats.share(coverage) })]),
    ].join(' · ');
  });

  /** What to say of a period without any data: which days there are. */
  protected readonly outside = computed(() => {
    const known = this.facts.knownDays();
    if (known === null || !this.filters.isOutside()) return '';
    return this.words.say('shell.outside', { known: this.formats.range({ from: known.firstDay, to: addDays(known.lastDay, 1) }) });
  });

  /** Said aloud when new figures stand on the page. */
  protected readonly updated = computed(() => {
    const [asOf, { branch }] = [this.updates.asOf(), this.filters.choice()];
    const points = this.facts.points().filter(({ branchCode }) => branch === null || branchCode === branch).length;
    if (asOf === null || points === 0) return '';
    return this.words.say('shell.updated', { points: this.formats.number(points), time: this.formats.instantParts(asOf).time });
  });

  constructor() {
    inject(ExplainOutlet).follow();
    inject(NotesOutlet).follow();
    this.shortcuts.follow(inject(DestroyRef));
    inject(ScrollMemory).follow();
    // A reader who cannot see the page change hears it: the focus moves to the new page, not on the first.
    effect(() => {
      const path = this.path();
      if (path === undefined) return;
      if (this.pathBefore !== undefined && this.pathBefore !== path) untracked(() => this.leave());
      this.pathBefore = path;
    });
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.toMain();
  }

  private leave(): void {
    this.stale.forget();
    this.toMain();
  }

  private toMain(): void {
    this.main().nativeElement.focus({ preventScroll: true });
  }
}
