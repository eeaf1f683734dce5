import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../format/formats';
import type { ChartNotes } from './chart-notes';
import { NotePlaces } from './note-places';
import { Noting } from './noting';

const MOST = 6;

/** The notes of a chart under it, each with the sign that it has in the drawing; the latest of many. */
@Component({
  selector: 'eh-chart-note-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (rows().length > 0) {
      <ol [attr.aria-label]="'notes.title' | transloco">
        @for (row of rows(); track row.id) {
          <li [attr.data-note]="row.id">
            <button type="button" class="sign" [attr.aria-label]="'notes.open_one' | transloco: { sign: row.sign }" (click)="open()">
              {{ row.sign }}
            </button>
            <span class="said">
              <b>{{ row.days }}</b>
              @if (row.place !== '') {
                <span class="where">{{ row.place }}</span>
              }
              {{ row.text }} <span class="who">{{ row.by }}</span>
            </span>
          </li>
        }
      </ol>
      @if (others() > 0) {
        <button type="button" class="all" (click)="open()">{{ 'notes.all' | transloco: { notes: signed().length } }}</button>
      }
    } @else if (notes().isFailing()) {
      <p role="status">{{ 'notes.failing' | transloco }}</p>
    }
  `,
  styleUrl: './chart-note-list.css',
})
export class ChartNoteList {
  readonly notes = input.required<ChartNotes>();

  private readonly formats = inject(Formats);
  private readonly places = inject(NotePlaces);
  private readonly noting = inject(Noting);

  protected readonly signed = computed(() => this.notes().signed());
  protected readonly others = computed(() => Math.max(0, this.signed().length - MOST));
  protected readonly rows = computed(() =>
    this.signed()
      .slice(-MOST)
      .map(({ sign, note: { id, from, to, text, by, place } }) => ({
        ...{ id, sign, text, by },
        days: this.formats.range({ from, to }),
        place: place === this.notes().place() ? '' : this.places.name(place),
      })),
  );

  protected open(): void {
    const place = this.notes().place();
    if (place !== null) this.noting.open(place);
  }
}
