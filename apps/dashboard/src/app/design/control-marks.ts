import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TrendAnswer } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { isPartialWeek } from '../data/periods';

/** Whether a series changes for real, in the sense of Making Data Count. */
export type Variation = 'usual' | 'better' | 'worse' | 'moved';
/** Whether a series that goes on like this meets its standard. */
export type Assurance = 'passes' | 'fails' | 'hit_or_miss';

export interface ControlMarks {
  readonly variation: Variation;
  /** Which way a special series went. */
  readonly isUp: boolean;
  readonly assurance: Assurance | null;
}

const VARIATIONS = { better: 'better', worse: 'worse', higher: 'moved', lower: 'moved' } as const;

/** What a control chart says at its last whole week; `null` where its limits are a first guess. */
export function controlMarks({ series, assurance }: Pick<TrendAnswer, 'series' | 'assurance'>, range: TimeRange): ControlMarks | null {
  const last = series.findLast(({ range: week, limits }) => limits !== null && !isPartialWeek(week.from, range));
  if (last === undefined || last.isTrial) return null;
  return {
    variation: last.verdict === null ? 'usual' : VARIATIONS[last.verdict],
    isUp: (last.value.value ?? 0) > (last.centre ?? 0),
    assurance: assurance?.verdict ?? null,
  };
}

const SHAPES: Readonly<Record<Assurance, string>> = { passes: 'P', fails: 'F', hit_or_miss: '?' };

/** The variation and the assurance icon, each with its words. */
@Component({
  selector: 'eh-control-marks',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <span [class]="marks().variation">
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="8.6" />
        @if (marks().variation === 'usual') {
          <path d="M4.5 12 7 8l2.5 4L12 8l2.5 4 1.2-2" />
        } @else {
          <path [attr.d]="marks().isUp ? 'M10 14.5v-9M6.4 9 10 5.4 13.6 9' : 'M10 5.5v9M6.4 11l3.6 3.6 3.6-3.6'" />
        }
      </svg>
      {{ 'control.' + marks().variation | transloco }}
    </span>
    @if (marks().assurance; as assurance) {
      <span [class]="assurance">
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle cx="10" cy="10" r="8.6" />
          <text x="10" y="14">{{ shape() }}</text>
        </svg>
        {{ 'control.' + assurance | transloco }}
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 3px;
      font-size: 11.5px;
    }
    span {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      color: var(--eh-ink-2);
      --mark: var(--eh-neutral);
    }
    svg {
      flex: none;
      width: 18px;
      height: 18px;
    }
    circle,
    path {
      fill: none;
      stroke: var(--mark);
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    text {
      fill: var(--mark);
      font-size: 11px;
      font-weight: 700;
      text-anchor: middle;
    }
    .better,
    .passes {
      --mark: var(--eh-better);
    }
    .worse,
    .fails {
      --mark: var(--eh-worse);
    }
    .moved {
      --mark: var(--eh-ink-2);
    }
  `,
})
export class ControlMarksRow {
  readonly marks = input.required<ControlMarks>();
  protected readonly shape = computed(() => SHAPES[this.marks().assurance ?? 'hit_or_miss']);
}
