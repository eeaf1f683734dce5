import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPreview } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { StandingTag } from '../../design/standing-tag';
import { byName } from '../../format/search';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type Moved = StandardPreview['moved'][number];

const isMovedByDay = ({ before, after }: Moved): boolean => before.state !== after.state;
const isMovedThroughout = ({ before, throughout }: Moved): boolean => before.state !== throughout.state;

/** Which verdicts of a month a change would move: by its first day, and had its numbers held all month. */
@Component({
  selector: 'eh-rule-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StandingTag, TranslocoPipe],
  template: `
    <p class="says" id="moves">{{ moves() }}</p>
    <p>{{ throughout() }}</p>
    <div class="box" tabindex="0" role="group" [attr.aria-label]="'rule_edit.preview' | transloco">
      <table class="table dense">
        <thead>
          <tr>
            <th scope="col">{{ 'rule_edit.where' | transloco }}</th>
            <th scope="col">{{ 'rule_edit.before' | transloco }}</th>
            <th scope="col">{{ 'rule_edit.after' | transloco }}</th>
            <th scope="col">{{ 'rule_edit.all_month' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr [attr.data-point]="row.key">
              <th scope="row">{{ row.name }}</th>
              <td><eh-standing-tag [state]="row.before" /></td>
              <td><eh-standing-tag [state]="row.after" /></td>
              <td><eh-standing-tag [state]="row.throughout" /></td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .says {
      font-weight: 600;
    }
    .box {
      max-height: 340px;
      overflow: auto;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--eh-surface);
    }
    tbody th {
      font-weight: 500;
      text-align: left;
    }
  `,
})
export class RulePreview {
  readonly preview = input.required<StandardPreview>();
  /** The month whose verdicts are looked at, as it is called. */
  readonly month = input.required<string>();

  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly moves = computed(() =>
    this.said(this.preview().moved.filter(isMovedByDay), { some: 'rule_edit.moves', none: 'rule_edit.moves_none' }),
  );
  protected readonly throughout = computed(() =>
    this.said(this.preview().moved.filter(isMovedThroughout), { some: 'rule_edit.throughout', none: 'rule_edit.throughout_none' }),
  );
  protected readonly rows = computed(() => {
    const { city, moved } = this.preview();
    const points = moved
      .map((one) => this.rowOf(one, this.facts.point(one.point ?? '')?.name ?? one.point ?? ''))
      .toSorted((one, other) => Number(other.isMoved) - Number(one.isMoved) || byName(one.name, other.name));
    return [...(city === null ? [] : [this.rowOf(city, this.words.say('points.whole_city'))]), ...points];
  });

  private rowOf(moved: Moved, name: string) {
    const { point, before, after, throughout } = moved;
    return {
      ...{ key: point ?? 'city', name, isMoved: isMovedByDay(moved) },
      ...{ before: before.state, after: after.state, throughout: throughout.state },
    };
  }

  private said({ length }: readonly Moved[], { some, none }: { readonly some: string; readonly none: string }): string {
    const month = this.month();
    if (length === 0) return this.words.say(none, { month });
    return this.words.say(some, { month, moved: this.formats.number(length), points: this.formats.number(this.preview().points) });
  }
}
