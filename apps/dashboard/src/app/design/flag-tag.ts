import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Flag, flagTone } from '../data/flags';

/** How a point stands against what is expected of it, in words; the colour only repeats them. */
@Component({
  selector: 'eh-flag-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <span [class]="tone()">{{ 'flag.' + flag() | transloco }}</span>
    @if (isPersistent()) {
      <span class="again">{{ 'flags.again' | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 3px 6px;
      align-items: center;
    }
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
    .again {
      padding: 0;
      background: none;
      color: var(--eh-ink-2);
      font-weight: 500;
    }
  `,
})
export class FlagTag {
  readonly flag = input.required<Flag>();
  /** True for what stood out in the period before, too. */
  readonly isPersistent = input(false);
  protected readonly tone = computed(() => flagTone(this.flag()));
}
