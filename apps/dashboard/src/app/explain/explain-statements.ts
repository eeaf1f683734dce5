import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ExplanationPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { statementText, valueLines } from './statement-text';

/** The statements that were sent to the engine, folded; each can be copied with its values. */
@Component({
  selector: 'eh-explain-statements',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @for (statement of shown(); track $index) {
      <details>
        <summary>
          <code>{{ statement.table }}</code> · {{ 'explain.from_' + statement.from | transloco }}
        </summary>
        <pre tabindex="0">{{ statement.text }}</pre>
        @if (statement.values.length > 0) {
          <h4>{{ 'explain.values' | transloco }}</h4>
          <ul>
            @for (value of statement.values; track $index) {
              <li>
                <code>{{ value }}</code>
              </li>
            }
          </ul>
        }
        <p>
          <button type="button" class="button" (click)="copy(statement.whole)">{{ 'explain.copy' | transloco }}</button>
          <span role="status">{{ copied() === statement.whole ? ('explain.copied' | transloco) : '' }}</span>
        </p>
      </details>
    }
  `,
  styles: `
    details {
      border-top: 1px solid var(--eh-line-soft);
    }
    summary {
      padding: 8px 0;
      color: var(--eh-ink-2);
      font-size: 13px;
      cursor: pointer;
    }
    pre {
      max-height: 320px;
      margin: 0;
      padding: 10px 12px;
      overflow: auto;
      border-radius: var(--eh-radius-small);
      background: var(--eh-page);
      font-size: 12px;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
    h4 {
      margin: 10px 0 2px;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 500;
    }
    ul {
      margin: 0;
      padding: 0;
      font-size: 12px;
      list-style: none;
      overflow-wrap: anywhere;
    }
    p {
      display: flex;
      gap: 10px;
      align-items: center;
      margin: 10px 0 12px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
  `,
})
export class ExplainStatements {
  readonly statements = input.required<ExplanationPage['statements']>();

  private readonly clipboard = inject(Clipboard);
  protected readonly copied = signal<string | null>(null);
  protected readonly shown = computed(() =>
    this.statements().map((statement) => ({ ...statement, values: valueLines(statement), whole: statementText(statement) })),
  );

  protected copy(text: string): void {
    this.copied.set(this.clipboard.copy(text) ? text : null);
  }
}
