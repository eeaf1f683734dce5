import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Tour } from './tour';

/** Offers the tour at the first use, in the flow of the page, where it covers nothing. */
@Component({
  selector: 'eh-tour-offer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (tour.isOffered()) {
      <p>
        <span>{{ 'tour.offer' | transloco }}</span>
        <button type="button" class="button" (click)="tour.start()">{{ 'tour.start' | transloco }}</button>
        <button type="button" class="button" id="tour-skip" (click)="tour.end()">{{ 'tour.skip' | transloco }}</button>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 10px;
      align-items: center;
      margin-bottom: 14px;
      padding: 8px 14px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius-small);
      background: var(--eh-surface);
    }
    span {
      flex: 1 1 260px;
    }
    @media print {
      p {
        display: none;
      }
    }
  `,
})
export class TourOffer {
  protected readonly tour = inject(Tour);
}
