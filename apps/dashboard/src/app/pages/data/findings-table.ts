import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DataFindings } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** What is odd about records that count all the same: how many, and whether that is more than accident. */
@Component({
  selector: 'eh-findings-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'quality.findings' | transloco">
      <table class="table dense" id="findings">
        <thead>
          <tr>
            <th scope="col">{{ 'quality.finding' | transloco }}</th>
            <th scope="col">{{ 'data.entity' | transloco }}</th>
            <th scope="col">{{ 'data.source' | transloco }}</th>
            <th scope="col" class="number">{{ 'quality.records' | transloco }}</th>
            <th scope="col" class="number">{{ 'quality.share' | transloco }}</th>
            <th scope="col">{{ 'data.state' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr [attr.data-law]="row.law">
              <td>{{ row.text }}</td>
              <td>{{ row.kind }}</td>
              <td>{{ row.source }}</td>
              <td class="number">{{ row.count }}</td>
              <td class="number">{{ row.part }}</td>
              <td>
                @if (row.isConspicuous) {
                  <span class="state is-late">{{ 'quality.conspicuous' | transloco }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class FindingsTable {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly findings = input.required<DataFindings['findings']>();

  protected readonly rows = computed(() =>
    this.findings().map((finding) => ({
      ...finding,
      key: `${finding.law}/${finding.entity}/${finding.source ?? ''}`,
      text: this.words.label(finding.label),
      kind: this.words.sayIfKnown(`entity.${finding.entity}`, finding.entity),
      count: this.formats.number(finding.records),
      part: this.formats.share(finding.share),
    })),
  );
}
