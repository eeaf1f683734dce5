import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

export interface Segment {
  readonly value: string;
  readonly text: string;
}

/** A few views to switch between. */
@Component({
  selector: 'eh-segmented',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    @for (segment of segments(); track segment.value) {
      <button type="button" [attr.aria-pressed]="segment.value === value()" (click)="choose.emit(segment.value)">{{ segment.text }}</button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius-small);
      overflow: hidden;
    }
    button {
      min-height: 28px;
      padding: 3px 10px;
      border: 0;
      background: none;
      color: var(--eh-ink-2);
      font-size: 12.5px;
      font-weight: 500;
      cursor: pointer;
    }
    button:focus-visible {
      outline-offset: -2px;
    }
    [aria-pressed='true'] {
      background: var(--eh-brand-soft);
      color: var(--eh-brand);
      font-weight: 600;
    }
    @media (pointer: coarse) {
      button {
        min-height: 40px;
      }
    }
  `,
})
export class Segmented {
  readonly label = input.required<string>();
  readonly segments = input.required<readonly Segment[]>();
  readonly value = input.required<string>();
  readonly choose = output<string>();
}
