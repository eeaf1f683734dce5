import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { formatDayLong, instantIn } from '../../format/day';
import { formatNumber } from '../../format/number';
import { Words } from '../../i18n/words';
import { LanguageChoice } from '../../preferences/language-choice';
import { ThemeChoice } from '../../preferences/theme-choice';
import { BoardAnswers } from './board-answers';
import { boardLink, placeParams, SECONDS } from './board-link';
import { burnInShift, isOld } from './board-pace';
import { BoardScreens, SCREENS } from './board-screens';
import { boardToken, tokenIn } from './board-token';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** A screen on a wall: large figures of places that come one after the other, nothing of any person. */
@Component({
  selector: 'eh-wallboard-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  providers: [BoardAnswers],
  host: { '(document:keydown)': 'onKey($event)' },
  templateUrl: './wallboard-page.html',
  styleUrl: './wallboard-page.css',
})
export class WallboardPage {
  private readonly answers = inject(BoardAnswers);
  private readonly screens = inject(BoardScreens);
  private readonly url = inject(UrlState);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly words = inject(Words);
  protected readonly themes = inject(ThemeChoice);
  protected readonly languages = inject(LanguageChoice);
  protected readonly SECONDS = SECONDS;

  private readonly token = signal(boardToken.read());
  private readonly clock = signal(Date.now());
  private readonly index = signal(0);
  /** Whoever asks for less motion begins with a board that stands still. */
  protected readonly isPaused = signal(this.window?.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false);

  protected readonly link = computed(() => boardLink(this.url.params()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly heard = this.answers.heard;
  protected readonly problem = this.answers.problem;
  protected readonly board = computed(() => this.heard()?.board ?? null);
  protected readonly screen = computed(() => SCREENS[this.index() % SCREENS.length] ?? 'now');
  protected readonly place = computed(() => this.board()?.place ?? this.words.say('points.whole_city'));
  protected readonly shift = computed(() => burnInShift(Math.floor(this.clock() / MINUTE_MS)));

  protected readonly figures = computed(() => {
    const [board, screen] = [this.board(), this.screen()];
    if (board === null || screen === 'help') return [];
    return screen === 'now' ? this.screens.now(board) : this.screens.rates(board);
  });

  protected readonly position = computed(() => {
    const [screen, screens] = [this.index() % SCREENS.length, SCREENS.length];
    return this.words.say('board.position', { screen: screen + 1, screens });
  });

  /** Day and time that the figures tell of. */
  protected readonly told = computed(() => {
    const board = this.board();
    if (board === null) return '';
    const { day, time } = instantIn(board.now, board.zone);
    return this.words.say('board.told', { time, day: formatDayLong(day, this.words.language()) });
  });

  private readonly ageMs = computed(() => Math.max(0, this.clock() - (this.heard()?.at ?? this.clock())));

  /** How old the screen is, where answers do not come; empty while they do. */
  protected readonly age = computed(() => {
    if (this.heard() === null || (this.problem() === null && !isOld(this.ageMs()))) return '';
    const minutes = Math.floor(this.ageMs() / MINUTE_MS);
    const number = formatNumber(minutes, this.words.language());
    return this.words.say(minutes === 0 ? 'board.lost_now' : 'board.lost', { minutes: number });
  });

  protected readonly trouble = computed(() => {
    const problem = this.problem();
    if (problem === null || this.heard() !== null) return '';
    if (problem.status === 401 || problem.status === 403) return this.words.say('board.no_token');
    return problem.status === 400 ? problem.detail : this.words.say('board.no_answer');
  });

  constructor() {
    this.takeToken(inject(ActivatedRoute).snapshot.fragment, inject(Router));
    effect(() => {
      const request = { params: placeParams(this.link()), token: this.token() };
      untracked(() => this.answers.follow(request));
    });
    effect((onCleanup) => {
      if (this.isPaused()) return;
      const timer = setInterval(() => this.turn(1), this.link().seconds * SECOND_MS);
      onCleanup(() => clearInterval(timer));
    });
    const ticking = setInterval(() => this.clock.set(Date.now()), SECOND_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  protected turn(screens: number): void {
    this.index.update((index) => (index + screens + SCREENS.length) % SCREENS.length);
  }

  protected switchLanguage(): void {
    void this.languages.choose(this.words.language() === 'vi' ? 'en' : 'vi');
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'p' || (event.key === ' ' && !isOnButton)) this.isPaused.update((isPaused) => !isPaused);
    else if (event.key === 'ArrowRight') this.turn(1);
    else if (event.key === 'ArrowLeft') this.turn(-1);
    else if (event.key === 'd') this.themes.toggle();
    else if (event.key === 'l') this.switchLanguage();
    else return;
    event.preventDefault();
  }

  /** Keeps the token of the address and takes it out of sight. */
  private takeToken(fragment: string | null, router: Router): void {
    const token = tokenIn(fragment);
    if (token === null) return;
    boardToken.keep(token);
    this.token.set(token);
    void router.navigate([], { queryParamsHandling: 'preserve', replaceUrl: true });
  }
}
