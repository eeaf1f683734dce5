import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { homeOf, mayOpen } from '../data/page-access';
import { Session } from '../data/session';
import { Filters } from '../data/filters';
import { Icon } from '../design/icon';
import { remembered } from '../preferences/remembered';
import { PAGE_ENTRIES } from './page-entries';

/** So many pages stand at the foot of a phone; the others are behind a button there. */
const AT_FOOT = 4;

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
  protected readonly entries = computed(() => PAGE_ENTRIES.filter(({ path }) => mayOpen(this.session(), path)));
  protected readonly others = computed(() => this.entries().slice(AT_FOOT));
  protected readonly atFoot = AT_FOOT;
  protected readonly carried = inject(Filters).carried;
  protected readonly isFolded = signal(remembered.read('nav') === 'folded');

  protected fold(): void {
    this.isFolded.update((isFolded) => !isFolded);
    remembered.write('nav', this.isFolded() ? 'folded' : 'open');
  }
}
