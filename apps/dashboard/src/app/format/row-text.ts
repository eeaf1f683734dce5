import { inject, Injectable } from '@angular/core';
import type { RowsPage } from '@evenhand/contracts';
import { CityFacts } from '../data/city-facts';
import { Formats } from './formats';
import { Words } from '../i18n/words';

type Column = RowsPage['columns'][number];
type Cell = RowsPage['rows'][number][string];

const CODED = { field_code: 'field', procedure_code: 'procedure', channel: 'channel', outcome: 'outcome' } as const;
/** Lengths of time of dossiers and shifts; people's waits are told in minutes. Units never mix within a column. */
const IN_HOURS = ['paused_ms', 'working_ms', 'staffed_ms', 'due_ms'];
const isCoded = (id: string): id is keyof typeof CODED => id in CODED;

/** Names columns and writes cells: codes by their labels, instants in the city's zone, lengths of time with their unit. */
@Injectable({ providedIn: 'root' })
export class RowText {
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly column = ({ id }: Column): string => this.words.sayIfKnown(`column.${id}`, id);

  readonly cell = (value: Cell | undefined, column: Column): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return this.words.say(value ? 'rows.yes' : 'rows.no');
    if (typeof value === 'number') return this.numberIn(value, column);
    switch (column.type) {
      case 'instant':
        return this.formats.instant(value);
      case 'day':
        return this.formats.day(value);
      default:
        return this.labelIn(value, column.id);
    }
  };

  private numberIn(value: number, { id, type }: Column): string {
    if (type === 'duration_ms') return this.formats.duration(value, IN_HOURS.includes(id) ? 'hours' : 'minutes');
    if (id === 'status') return this.words.sayIfKnown(`status.${value}`, String(value));
    return this.formats.number(value);
  }

  private labelIn(code: string, id: string): string {
    if (id === 'point_code' || id === 'authority_code') return this.facts.point(code)?.name ?? code;
    if (id === 'unit_code') return this.facts.points().find(({ wardCode }) => wardCode === code)?.wardName ?? code;
    if (isCoded(id)) {
      const label = this.facts.labelOf(CODED[id], code);
      return label === null ? code : this.words.label(label);
    }
    if (id === 'priority') return this.words.sayIfKnown(`priority.${code}`, code);
    return id === 'staff_class' || id === 'agent_class' ? this.words.sayIfKnown(`staff.${code}`, code) : code;
  }
}
