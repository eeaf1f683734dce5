import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What a word in a tag asks of the reader; the colour only repeats the word. */
export type Tone = 'worse' | 'watch' | 'better' | 'neutral';

/** A few words that stand out: `<eh-tone-tag tone="watch">cần xem</eh-tone-tag>`. */
@Component({
  selector: 'eh-tone-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span [class]="tone()"><ng-content /></span>`,
  styles: `
    span {
      display: inline-block;
      padding: 2px 7px;
      border-radius: 6px;
      background: var(--eh-neutral-soft);
      color: var(--eh-neutral-strong);
      font-size: 11.5px;
      font-weight: 600;
      white-space: nowrap;
    }
    .worse {
      background: var(--eh-worse-soft);
      color: var(--eh-worse-strong);
    }
    .watch {
      background: var(--eh-watch-soft);
      color: var(--eh-watch-strong);
    }
    .better {
      background: var(--eh-better-soft);
      color: var(--eh-better-strong);
    }
  `,
})
export class ToneTag {
  readonly tone = input<Tone>('neutral');
}
