import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from './icon';

/** One thing to choose; `null` is "all". */
export interface Option {
  readonly value: string | null;
  readonly text: string;
  /** Stands on the chip where the text is too long for it. */
  readonly short?: string;
  /** Why it cannot be chosen; left out where it can. */
  readonly whyNot?: string | undefined;
}

/** A chip that names what is chosen and opens a menu to choose another. */
@Component({
  selector: 'eh-choice-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  template: `
    <button type="button" class="chip" [class.is-set]="isSet()" [cdkMenuTriggerFor]="menu">
      <span class="chip-name">{{ name() }}</span>
      <span class="chip-value">{{ chosen() }}</span>
      <eh-icon name="down" />
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="name()">
        @for (option of options(); track option.value) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="option.value === value()"
            [cdkMenuItemDisabled]="option.whyNot !== undefined"
            [class.is-closed]="option.whyNot !== undefined"
            (cdkMenuItemTriggered)="choose.emit(option.value)"
          >
            <eh-icon name="check" /><span
              >{{ option.text }}
              @if (option.whyNot !== undefined) {
                <small>{{ option.whyNot }}</small>
              }
            </span>
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    :host {
      display: inline-block;
      min-width: 0;
      max-width: 100%;
    }
    .is-closed {
      color: var(--eh-ink-3);
      cursor: default;
    }
    small {
      display: block;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 400;
    }
  `,
})
export class ChoiceMenu {
  readonly name = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = input<string | null>(null);
  readonly choose = output<string | null>();

  protected readonly chosen = computed(() => {
    const option = this.options().find(({ value }) => value === this.value());
    return option?.short ?? option?.text ?? this.value() ?? '';
  });
  protected readonly isSet = computed(() => this.value() !== null && this.options()[0]?.value === null);
}
