import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Flag, flagTone } from '../data/flags';
import { ToneTag } from './tone-tag';

/** How a point stands against what is expected of it, in words; the colour only repeats them. */
@Component({
  selector: 'eh-flag-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ToneTag, TranslocoPipe],
  template: `
    <eh-tone-tag [tone]="tone()">{{ 'flag.' + flag() | transloco }}</eh-tone-tag>
    @if (isPersistent()) {
      <span>{{ 'flags.again' | transloco }}</span>
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
      color: var(--eh-ink-2);
      font-size: 11.5px;
      font-weight: 500;
      white-space: nowrap;
    }
  `,
})
export class FlagTag {
  readonly flag = input.required<Flag>();
  /** True for what stood out in the period before, too. */
  readonly isPersistent = input(false);
  protected readonly tone = computed(() => flagTone(this.flag()));
}
