import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { homeOf, mayOpen } from '../data/page-access';
import { Session } from '../data/session';
import { Filters } from '../data/filters';
import { Icon, type IconName } from '../design/icon';
import { remembered } from '../preferences/remembered';

interface Entry {
  readonly path: string;
  readonly text: string;
  readonly icon: IconName;
  /** Stands at the foot of a phone; the others are behind a button there. */
  readonly isFirst?: true;
}

const ENTRIES: readonly Entry[] = [
  { path: '/city', text: 'city.title', icon: 'city', isFirst: true },
  { path: '/unevenness', text: 'unevenness.title', icon: 'spread', isFirst: true },
  { path: '/points', text: 'points.title', icon: 'points', isFirst: true },
  { path: '/act', text: 'act.title', icon: 'act', isFirst: true },
  { path: '/explore', text: 'explore.title', icon: 'search' },
  { path: '/standards', text: 'standards.title', icon: 'standards' },
  { path: '/reports', text: 'reports.title', icon: 'reports' },
  { path: '/data', text: 'data.title', icon: 'data' },
  { path: '/pipelines', text: 'pipelines.title', icon: 'flow' },
  { path: '/calendar', text: 'calendar.title', icon: 'calendar' },
  { path: '/administration', text: 'administration.title', icon: 'lock' },
  { path: '/wallboard', text: 'board.title', icon: 'screen' },
];

/** The way between pages: beside the page, as icons when folded or on a narrow screen, at the foot of a phone. */
@Component({
  selector: 'eh-side-nav',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, RouterLinkActive, TranslocoPipe],
  host: { '[class.is-folded]': 'isFolded()' },
  templateUrl: './side-nav.html',
  styleUrl: './side-nav.css',
})
export class SideNav {
  private readonly session = inject(Session).state;
  protected readonly home = computed(() => homeOf(this.session()));
  protected readonly entries = computed(() => ENTRIES.filter(({ path }) => mayOpen(this.session(), path)));
  protected readonly others = computed(() => this.entries().filter(({ isFirst }) => !isFirst));
  protected readonly carried = inject(Filters).carried;
  protected readonly isFolded = signal(remembered.read('nav') === 'folded');

  protected fold(): void {
    this.isFolded.update((isFolded) => !isFolded);
    remembered.write('nav', this.isFolded() ? 'folded' : 'open');
  }
}
