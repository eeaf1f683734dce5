import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../format/formats';
import { Icon } from './icon';

/** Back and forth between the pages of a list that is longer than one page; nothing for a list that is not. */
@Component({
  selector: 'eh-page-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    @if (pages() > 1) {
      <nav [attr.aria-label]="'rows.pages' | transloco">
        <button type="button" class="button" [disabled]="page() <= 1" (click)="toPage.emit(page() - 1)">
          <eh-icon name="left" />{{ 'rows.previous' | transloco }}
        </button>
        <span aria-live="polite">{{ 'rows.page' | transloco: { page: formats.number(page()), pages: formats.number(pages()) } }}</span>
        <button type="button" class="button" [disabled]="page() >= pages()" (click)="toPage.emit(page() + 1)">
          {{ 'rows.next' | transloco }}<eh-icon name="right" />
        </button>
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      justify-content: flex-end;
      margin-top: 12px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    eh-icon {
      width: 15px;
      height: 15px;
    }
  `,
})
export class PageSteps {
  protected readonly formats = inject(Formats);

  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly total = input.required<number>();
  readonly toPage = output<number>();

  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
}

/** The page that a link asks for, from 1. */
export const pageIn = (text: string | null): number => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);
