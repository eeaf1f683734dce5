import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Words } from '../i18n/words';
import { TermNote } from './term-note';
import { glossed } from './terms';

/** More than this in one sentence would be noise, and steps for whoever goes by keys. */
const MOST = 2;

/** A sentence whose terms explain themselves. */
@Component({
  selector: 'eh-glossed-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TermNote],
  template: `@for (piece of pieces(); track $index) {
    @if (piece.term; as term) {
      <eh-term-note [term]="term" [text]="piece.text" />
    } @else {
      <span>{{ piece.text }}</span>
    }
  }`,
})
export class GlossedText {
  readonly text = input.required<string>();
  private readonly words = inject(Words);
  protected readonly pieces = computed(() => glossed(this.text(), this.words.language(), MOST));
}
