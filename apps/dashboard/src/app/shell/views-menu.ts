import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SavedViews } from '../data/saved-views';
import { Session } from '../data/session';
import { DropDown } from '../design/drop-down';
import { Icon } from '../design/icon';
import { ViewsPanel } from './views-panel';

/** Opens the screens that the reader keeps. */
@Component({
  selector: 'eh-views-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DropDown, Icon, TranslocoPipe, ViewsPanel],
  template: `
    <eh-drop-down key="views" look="icon-button" [label]="'views.title' | transloco" [(isOpen)]="isOpen" (isOpenChange)="look($event)">
      <eh-icon name="bookmark" />
      <ng-template><eh-views-panel (opened)="isOpen.set(false)" /></ng-template>
    </eh-drop-down>
  `,
})
export class ViewsMenu {
  private readonly views = inject(SavedViews);
  protected readonly session = inject(Session);
  protected readonly isOpen = signal(false);

  protected look(isOpen: boolean): void {
    if (isOpen) this.views.look();
  }
}
