import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../data/filters';
import { Icon } from '../design/icon';
import { KeyList } from './key-list';

/** The heading that names the sheet. */
export const KEY_SHEET_HEADING = 'key-sheet-heading';

/** The keys above the page, and the way to all help. */
@Component({
  selector: 'eh-key-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, KeyList, RouterLink, TranslocoPipe],
  template: `
    <header>
      <h2 [id]="headingId">{{ 'keys.title' | transloco }}</h2>
      <button type="button" class="icon-button" [attr.aria-label]="'keys.close_sheet' | transloco" (click)="dialog.close()">
        <eh-icon name="close" />
      </button>
    </header>
    <eh-key-list />
    <p>
      <a routerLink="/help" [queryParams]="carried()" (click)="dialog.close()">{{ 'keys.more_help' | transloco }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      width: min(640px, calc(100vw - 24px));
      max-height: 84dvh;
      padding: 16px 20px 20px;
      overflow: auto;
      border: 1px solid var(--eh-control-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
      color: var(--eh-ink);
    }
    header {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
    }
    h2 {
      font-size: 19px;
      font-weight: 600;
    }
  `,
})
export class KeySheet {
  protected readonly dialog = inject(DialogRef);
  protected readonly carried = inject(Filters).carried;
  protected readonly headingId = KEY_SHEET_HEADING;
}
