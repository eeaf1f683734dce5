import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';

/** A named line of text to type. */
@Component({
  selector: 'eh-text-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label>
      <span class="label">{{ label() }}</span>
      <span class="field">
        <input
          [type]="type()"
          [name]="name()"
          [attr.autocomplete]="autocomplete()"
          [attr.maxlength]="most()"
          [attr.minlength]="least()"
          [required]="isRequired()"
          [value]="value()"
          (input)="value.set($any($event.target).value)"
        />
      </span>
      @if (hint() !== '') {
        <span class="hint">{{ hint() }}</span>
      }
    </label>
  `,
  styles: `
    :host,
    label {
      display: grid;
      gap: 3px;
      min-width: 0;
    }
    .label {
      color: var(--eh-ink-2);
      font-size: 12.5px;
      font-weight: 500;
    }
    .hint {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
  `,
})
export class TextField {
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly type = input<'text' | 'password'>('text');
  readonly autocomplete = input('off');
  readonly hint = input('');
  readonly least = input<number | null>(null);
  readonly most = input(120);
  readonly isRequired = input(true);
  readonly value = model('');
}
