import { inject, Injectable } from '@angular/core';
import type { Run } from '@evenhand/contracts';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { totalsOf } from './run-totals';

const PARTS = ['read', 'loaded', 'duplicate', 'quarantined'] as const;

/** Loads as a table: one row each, with what became of their records. */
@Injectable({ providedIn: 'root' })
export class RunTwin {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  of(runs: readonly Run[]): TableTwin {
    const { say } = this.words;
    return {
      columns: [
        { text: say('data.source') },
        { text: say('quality.run'), isNumber: true },
        { text: say('data.started') },
        { text: say('data.seconds'), isNumber: true },
        ...PARTS.map((part) => ({ text: say(`data.${part}`), isNumber: true })),
        { text: say('data.state') },
      ],
      rows: runs.map((run) => this.row(run)),
    };
  }

  private row(run: Run): readonly string[] {
    const { source, id, startedAt, endedAt, status } = run;
    const totals = totalsOf(run);
    return [
      source,
      String(id),
      this.formats.instant(startedAt),
      endedAt === null ? '–' : this.formats.number((Date.parse(endedAt) - Date.parse(startedAt)) / 1000, 1),
      ...PARTS.map((part) => this.formats.number(totals[part])),
      this.words.say(`run.${status}`),
    ];
  }
}
