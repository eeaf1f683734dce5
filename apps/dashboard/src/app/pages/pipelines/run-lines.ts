import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readyData } from '../../data/loadable';
import { followedRun } from '../../data/pipeline';
import { Problem } from '../../design/problem';
import { Formats } from '../../format/formats';

/** What a run has said, line by line, followed while it runs. */
@Component({
  selector: 'eh-run-lines',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Problem, TranslocoPipe],
  template: `
    <h3>{{ 'pipelines.lines' | transloco }}</h3>
    @if (problem(); as problem) {
      <eh-problem [problem]="problem" (retry)="followed.retry()" />
    } @else if (lines().length === 0) {
      <p class="none">{{ 'pipelines.no_lines' | transloco }}</p>
    } @else {
      <ol tabindex="0" [attr.aria-label]="'pipelines.lines' | transloco">
        @for (line of lines(); track line.line) {
          <li>
            <time [attr.datetime]="line.at">{{ formats.instantParts(line.at).time }}</time> {{ line.text }}
          </li>
        }
      </ol>
    }
  `,
  styles: `
    h3 {
      margin: 10px 0 4px;
      font-size: 13px;
      font-weight: 600;
    }
    ol {
      max-height: 220px;
      margin: 0;
      padding: 8px 10px;
      overflow: auto;
      border-radius: var(--eh-radius-small);
      background: var(--eh-page);
      font-size: 12.5px;
      list-style: none;
    }
    time {
      margin-right: 8px;
      color: var(--eh-ink-3);
    }
    .none {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
  `,
})
export class RunLines {
  protected readonly formats = inject(Formats);

  readonly id = input.required<number>();

  protected readonly followed = followedRun(() => this.id());
  protected readonly lines = computed(() => readyData(this.followed.load())?.lines ?? []);
  protected readonly problem = computed(() => {
    const load = this.followed.load();
    return load.state === 'error' ? load.problem : null;
  });
}
