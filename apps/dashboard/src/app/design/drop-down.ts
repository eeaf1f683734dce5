import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, contentChild, input, model, output, TemplateRef } from '@angular/core';

/**
 * A button that opens a box under it: what stands inside is drawn on the button, and the box is made from the template when it
 * opens. A click beside it or Escape closes it.
 */
@Component({
  selector: 'eh-drop-down',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, NgTemplateOutlet],
  template: `
    <button
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      aria-haspopup="dialog"
      [id]="key()"
      [class]="look()"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-label]="label() === '' ? null : label()"
      [title]="label()"
      (click)="isOpen.set(!isOpen())"
    >
      <ng-content />
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
      (overlayKeydown)="pressed.emit($event)"
    >
      <ng-container [ngTemplateOutlet]="box()" />
    </ng-template>
  `,
  styles: `
    :host {
      display: inline-block;
      min-width: 0;
      max-width: 100%;
    }
  `,
})
export class DropDown {
  /** The id of the button. */
  readonly key = input.required<string>();
  /** The class of the button. */
  readonly look = input('chip');
  /** What the button is called, where nothing written on it says so. */
  readonly label = input('');
  readonly isOpen = model(false);
  readonly pressed = output<KeyboardEvent>();

  protected readonly box = contentChild.required(TemplateRef);
}
