import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Incident } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

const NAMED = 3;

/** What is unknown and since when: those that last stand first. */
@Component({
  selector: 'eh-incident-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <ul id="incidents">
      @for (incident of lines(); track incident.id) {
        <li [class.is-over]="incident.closedAt !== null" [attr.data-incident]="incident.kind">
          <span class="state" [class.is-late]="incident.closedAt === null">{{ incident.state }}</span>
          <span class="what">
            <b>{{ incident.title }}</b> {{ incident.where }}
            @if (incident.isLateSync) {
              <span class="why">{{ 'incident.why_late_sync' | transloco }}</span>
            } @else if (incident.message) {
              <span class="why" lang="en">{{ incident.message }}</span>
            }
          </span>
          <span class="when">{{ incident.when }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 92px minmax(0, 1fr) auto;
      gap: 4px 14px;
      align-items: baseline;
      padding: 8px 0;
      border-bottom: 1px solid var(--eh-line-soft);
    }
    li:last-child {
      border-bottom: 0;
    }
    .is-over {
      color: var(--eh-ink-3);
    }
    .when {
      color: var(--eh-ink-3);
      font-size: 12.5px;
      white-space: nowrap;
    }
    .why {
      display: block;
      color: var(--eh-ink-2);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }
    .state {
      justify-self: start;
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class IncidentList {
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly incidents = input.required<readonly Incident[]>();

  protected readonly lines = computed(() => this.incidents().map((incident) => this.lineOf(incident)));

  private lineOf(incident: Incident) {
    const { kind, entity, source, points, fromDay, toDay, closedAt } = incident;
    const names = points.slice(0, NAMED).map((code) => this.facts.point(code)?.name ?? code);
    const others = points.length - names.length;
    return {
      ...incident,
      isLateSync: kind === 'late_sync',
      state: this.words.say(closedAt === null ? 'incident.lasts' : 'incident.over'),
      title: this.words.say(`incident.${kind}`, { entity: entity === '' ? source : this.words.sayIfKnown(`entity.${entity}`, entity) }),
      where: [
        `(${source})`,
        names.length === 0 ? '' : `· ${names.join(', ')}`,
        others > 0 ? this.words.say('incident.others', { points: this.formats.number(others) }) : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
      when:
        toDay === null
          ? this.words.say('incident.since', { day: this.formats.day(fromDay) })
          : this.formats.range({ from: fromDay, to: toDay }),
    };
  }
}
