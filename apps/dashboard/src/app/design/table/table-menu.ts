import { CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DensityChoice } from '../../preferences/density-choice';
import { Icon } from '../icon';

/** A column to show or not. */
export interface OfferedColumn {
  readonly id: string;
  readonly text: string;
  readonly isShown: boolean;
}

/** Which columns a table shows and how close its rows stand. */
@Component({
  selector: 'eh-table-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuItemRadio, CdkMenuTrigger, Icon, TranslocoPipe],
  template: `
    <button type="button" class="chip" [cdkMenuTriggerFor]="menu">{{ 'table.look' | transloco }}<eh-icon name="down" /></button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="'table.look' | transloco">
        <p class="menu-head" aria-hidden="true">{{ 'table.density' | transloco }}</p>
        @for (density of densities; track density) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="choice.density() === density"
            (cdkMenuItemTriggered)="choice.choose(density)"
          >
            <eh-icon name="check" />{{ 'table.' + density | transloco }}
          </button>
        }
        @if (columns().length > 0) {
          <p class="menu-head" aria-hidden="true">{{ 'table.columns' | transloco }}</p>
          @for (column of columns(); track column.id) {
            <button
              type="button"
              class="menu-item"
              cdkMenuItemCheckbox
              [cdkMenuItemChecked]="column.isShown"
              (cdkMenuItemTriggered)="toggled.emit(column.id)"
            >
              <eh-icon name="check" />{{ column.text }}
            </button>
          }
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="usual.emit()">
            <eh-icon name="check" />{{ 'table.usual_columns' | transloco }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .menu-head {
      padding: 8px 12px 2px;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 500;
    }
  `,
})
export class TableMenu {
  readonly columns = input<readonly OfferedColumn[]>([]);
  readonly toggled = output<string>();
  readonly usual = output();

  protected readonly choice = inject(DensityChoice);
  protected readonly densities = ['roomy', 'dense'] as const;
}
