import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Feeds } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Sources that promised no schedule: up to when they have told, and when they were last heard. */
@Component({
  selector: 'eh-source-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'feeds.others' | transloco">
      <table class="table dense" id="sources">
        <thead>
          <tr>
            <th scope="col">{{ 'data.entity' | transloco }}</th>
            <th scope="col">{{ 'data.source' | transloco }}</th>
            <th scope="col">{{ 'data.latest' | transloco }}</th>
            <th scope="col">{{ 'data.heard' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <td>{{ row.kind }}</td>
              <td>{{ row.source }}</td>
              <td>{{ row.latest }}</td>
              <td>{{ row.heard }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td {
      white-space: nowrap;
    }
  `,
})
export class SourceTable {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly feeds = input.required<Feeds['feeds']>();

  protected readonly rows = computed(() =>
    this.feeds()
      .map(({ source, entity, latestAt, heardAt }) => ({
        key: `${source}/${entity}`,
        source,
        kind: this.words.sayIfKnown(`entity.${entity}`, entity),
        latest: latestAt === null ? '–' : this.formats.instant(latestAt),
        heard: heardAt === null ? '–' : this.formats.instant(heardAt),
      }))
      .sort((a, b) => a.kind.localeCompare(b.kind, this.words.language())),
  );
}
