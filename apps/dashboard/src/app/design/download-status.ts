import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Downloads } from '../data/downloads';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { Refusal } from './refusal';
import { Icon } from './icon';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const STAYS_MS = 6_000;

/** How far a download has come, at the foot of the window: being made, arriving, there, or why not. */
@Component({
  selector: 'eh-download-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Refusal, TranslocoPipe],
  host: { role: 'status' },
  template: `
    @if (text() !== '') {
      <div class="toast" [class.is-failed]="download().state === 'failed'">
        <p>{{ text() }}</p>
        @if (problem(); as problem) {
          <p class="detail"><eh-refusal [problem]="problem" /></p>
        }
        <button
          type="button"
          class="icon-button"
          [attr.aria-label]="(download().state === 'running' ? 'export.cancel' : 'export.close') | transloco"
          (click)="downloads.cancel()"
        >
          <eh-icon name="close" />
        </button>
      </div>
    }
  `,
  styles: `
    .toast {
      position: fixed;
      z-index: 900;
      right: 16px;
      bottom: 16px;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: center;
      max-width: min(440px, calc(100vw - 32px));
      padding: 10px 10px 10px 16px;
      border: 1px solid var(--eh-control-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
      color: var(--eh-ink);
    }
    .is-failed {
      border-color: var(--eh-worse);
    }
    .detail {
      grid-row: 2;
      color: var(--eh-ink-2);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    .icon-button {
      grid-area: 1 / 2 / 3 / 3;
      border: 0;
    }
    @media (max-width: 719px) {
      .toast {
        right: 12px;
        bottom: 76px;
        left: 12px;
        max-width: none;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class DownloadStatus {
  protected readonly downloads = inject(Downloads);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly download = this.downloads.download;
  protected readonly problem = computed(() => {
    const download = this.download();
    return download.state === 'failed' && download.problem.detail !== '' ? download.problem : null;
  });
  protected readonly text = computed(() => {
    const download = this.download();
    switch (download.state) {
      case 'idle':
        return '';
      case 'said':
        return this.words.say(download.key);
      case 'failed':
        return this.words.say(download.problem.status === 0 ? 'export.failed_offline' : 'export.failed');
      case 'running':
        return download.bytes === 0
          ? this.words.say('export.preparing')
          : this.words.say('export.running', { size: this.size(download.bytes) });
      case 'done':
        return this.done(download.rows);
    }
  });

  constructor() {
    effect((onCleanup) => {
      const { state } = this.download();
      if (state !== 'done' && state !== 'said') return;
      const timer = setTimeout(() => this.downloads.cancel(), STAYS_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private done(rows: { readonly shown: number; readonly total: number } | null): string {
    if (rows === null) return this.words.say('export.done');
    const counts = { shown: this.formats.number(rows.shown), total: this.formats.number(rows.total) };
    return this.words.say(rows.shown < rows.total ? 'export.done_part' : 'export.done_rows', counts);
  }

  private size(bytes: number): string {
    return bytes < MEGABYTE ? `${this.formats.number(Math.ceil(bytes / KILOBYTE))} KB` : `${this.formats.number(bytes / MEGABYTE, 1)} MB`;
  }
}
