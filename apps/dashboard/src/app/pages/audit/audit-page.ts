import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Downloads } from '../../data/downloads';
import { UrlState } from '../../data/url-state';
import { TextField } from '../../design/text-field';
import { AuditCheckPanel } from './check-panel';
import { AuditEntriesPanel } from './entries-panel';

/** Who did and saw what, and whether anybody changed that afterwards. */
@Component({
  selector: 'eh-audit-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AuditCheckPanel, AuditEntriesPanel, TextField, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'audit.title' | transloco }}</h1>
    <p class="page-about">{{ 'audit.about' | transloco }}</p>
    <form role="search" (submit)="search($event)">
      <eh-text-field name="did" [label]="'audit.search' | transloco" [isRequired]="false" [most]="100" [(value)]="text" />
      <button type="submit" class="button">{{ 'audit.find' | transloco }}</button>
      @if (isNarrowed()) {
        <button type="button" class="button" (click)="all()">{{ 'audit.all' | transloco }}</button>
      }
      <button type="button" class="button take" (click)="take()">{{ 'audit.take' | transloco }}</button>
    </form>
    <div class="page-grid">
      <eh-audit-entries-panel class="full" />
      <eh-audit-check-panel class="full" />
    </div>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: flex-end;
      margin-bottom: 14px;
    }
    eh-text-field {
      width: min(100%, 320px);
    }
  `,
})
export class AuditPage {
  private readonly url = inject(UrlState);
  private readonly downloads = inject(Downloads);
  private readonly did = this.url.param('did');
  private readonly who = this.url.param('who');
  protected readonly text = linkedSignal(() => this.did() ?? '');
  protected readonly isNarrowed = computed(() => this.did() !== null || this.who() !== null);

  protected search(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    void this.url.set({ did: text === '' ? null : text, page: null });
  }

  /** The whole of what is searched for, not the page of it alone. */
  protected take(): void {
    const search = Object.entries({ did: this.did(), who: this.who() }).filter((entry): entry is [string, string] => entry[1] !== null);
    void this.downloads.fetch(`/api/audit/export?${new URLSearchParams([...search, ['format', 'csv']])}`);
  }

  protected all(): void {
    void this.url.set({ did: null, who: null, page: null });
  }
}
