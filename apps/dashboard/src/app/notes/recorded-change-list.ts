import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RecordedChange } from './recorded-changes';

/** The documented changes of a chart under it, each with the number that it has in the drawing. */
@Component({
  selector: 'eh-recorded-change-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (changes().length > 0) {
      <ol [attr.aria-label]="'trend.changes' | transloco">
        @for (change of changes(); track $index) {
          <li>
            <b aria-hidden="true">{{ change.number }}</b> {{ change.text }}
          </li>
        }
      </ol>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: 2px;
      margin: 6px 0 0;
      padding: 0;
      color: var(--eh-ink-3);
      font-size: 12px;
      list-style: none;
    }
    b {
      display: inline-block;
      min-width: 1.2em;
      color: var(--eh-ink);
      font-weight: 600;
    }
  `,
})
export class RecordedChangeList {
  readonly changes = input.required<readonly RecordedChange[]>();
}
