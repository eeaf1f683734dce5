import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ServiceStandard } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { StandingMark } from '../../design/standing-mark';
import { Formats } from '../../format/formats';
import { RuleWords, type Verdict } from '../../format/rule-words';

/** The verdicts of the last months in a row, each with its words for those who do not see the marks. */
@Component({
  selector: 'eh-month-strip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StandingMark],
  template: `
    <ol>
      @for (cell of cells(); track cell.month) {
        <li [title]="cell.title">
          @if (cell.state !== null) {
            <eh-standing-mark [state]="cell.state" [isPartial]="cell.month === running()" />
          } @else {
            <i></i>
          }
          <small aria-hidden="true">{{ cell.short }}</small>
          <span class="visually-hidden">{{ cell.title }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      gap: 5px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
      display: grid;
      gap: 2px;
      justify-items: center;
    }
    small {
      color: var(--eh-ink-3);
      font-size: 11px;
    }
    i {
      width: 26px;
      height: 26px;
      border-radius: 6px;
      background: var(--eh-line-soft);
    }
  `,
})
export class MonthStrip {
  readonly standard = input.required<ServiceStandard>();
  readonly months = input.required<readonly Day[]>();
  readonly byMonth = input.required<ReadonlyMap<Day, Verdict>>();
  /** The month that is still running; `null` when none is. */
  readonly running = input<Day | null>(null);

  private readonly formats = inject(Formats);
  private readonly words = inject(RuleWords);

  protected readonly cells = computed(() =>
    this.months().map((month) => {
      const verdict = this.byMonth().get(month) ?? null;
      const name = this.formats.month(month);
      return {
        month,
        short: this.formats.monthShort(month),
        state: verdict?.state ?? null,
        title: verdict === null ? name : `${name}: ${this.words.spelled(this.standard(), verdict)}`,
      };
    }),
  );
}
