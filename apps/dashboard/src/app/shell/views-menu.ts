import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SavedViews } from '../data/saved-views';
import { Session } from '../data/session';
import { Icon } from '../design/icon';
import { ViewsPanel } from './views-panel';

/** Opens the screens that the reader keeps. */
@Component({
  selector: 'eh-views-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, TranslocoPipe, ViewsPanel],
  template: `
    @if (session.may('keep')) {
      <button
        type="button"
        id="views"
        class="icon-button"
        cdkOverlayOrigin
        #origin="cdkOverlayOrigin"
        aria-haspopup="dialog"
        [attr.aria-expanded]="isOpen()"
        [attr.aria-label]="'views.title' | transloco"
        [title]="'views.title' | transloco"
        (click)="toggle()"
      >
        <eh-icon name="bookmark" />
      </button>
      <ng-template
        cdkConnectedOverlay
        [cdkConnectedOverlayOrigin]="origin"
        [cdkConnectedOverlayOpen]="isOpen()"
        [cdkConnectedOverlayHasBackdrop]="true"
        [cdkConnectedOverlayPush]="true"
        cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
        (backdropClick)="isOpen.set(false)"
        (detach)="isOpen.set(false)"
      >
        <eh-views-panel (opened)="isOpen.set(false)" />
      </ng-template>
    }
  `,
})
export class ViewsMenu {
  private readonly views = inject(SavedViews);
  protected readonly session = inject(Session);
  protected readonly isOpen = signal(false);

  protected toggle(): void {
    if (!this.isOpen()) this.views.look();
    this.isOpen.update((isOpen) => !isOpen);
  }
}
