import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AuditCheckInfo, Problem } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { auditCheck } from '../../data/audit';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Follows the log from its first entry to its last, and says whether any was changed. */
@Component({
  selector: 'eh-audit-check-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, TranslocoPipe],
  template: `
    <eh-panel [heading]="'audit.check' | transloco" [note]="'audit.check_note' | transloco">
      <button type="button" class="button" [disabled]="isChecking()" (click)="check()">
        {{ (isChecking() ? 'audit.checking' : 'audit.check_all') | transloco }}
      </button>
      <div aria-live="polite">
        @if (said(); as said) {
          <p [class.wrong]="said.isWrong">{{ said.text }}</p>
        }
        @if (head(); as head) {
          <p class="head">
            {{ 'audit.keep' | transloco }} <code>{{ head }}</code>
          </p>
        }
      </div>
    </eh-panel>
  `,
  styles: `
    p {
      margin: 12px 0 0;
    }
    .wrong {
      color: var(--eh-worse-text);
      font-weight: 600;
    }
    .head {
      color: var(--eh-ink-2);
      font-size: 12.5px;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class AuditCheckPanel {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly ask = auditCheck();

  protected readonly isChecking = signal(false);
  private readonly found = signal<AuditCheckInfo | Problem | null>(null);

  protected readonly said = computed(() => {
    const found = this.found();
    if (found === null) return null;
    if (!('entries' in found)) return { isWrong: true, text: this.words.say('audit.not_checked') };
    const entries = this.formats.number(found.entries);
    if (found.broken === null) return { isWrong: false, text: this.words.say('audit.whole', { entries }) };
    return { isWrong: true, text: this.words.say('audit.broken', { entries, id: this.formats.number(found.broken.id) }) };
  });
  protected readonly head = computed(() => {
    const found = this.found();
    return found && 'entries' in found && found.head ? `${found.head.id}:${found.head.hash}` : null;
  });

  protected async check(): Promise<void> {
    this.isChecking.set(true);
    this.found.set(await this.ask());
    this.isChecking.set(false);
  }
}
