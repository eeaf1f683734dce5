import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Run } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Ago } from '../../design/ago';
import { Icon } from '../../design/icon';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { RunCounts } from './run-counts';
import { RunLines } from './run-lines';
import { totalsOf } from './run-totals';

const fileName = (path: string): string => path.split('/').at(-1) ?? path;

/** One load: what became of its records, and on demand the kinds, the reasons and what it said. */
@Component({
  selector: 'eh-run-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Ago, Icon, RunCounts, RunLines, TranslocoPipe],
  templateUrl: './run-entry.html',
  styleUrl: './run-entry.css',
})
export class RunEntry {
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  readonly run = input.required<Run>();

  protected readonly isOpen = signal(false);
  protected readonly entity = (id: string): string => this.words.sayIfKnown(`entity.${id}`, id);
  protected readonly files = computed(() => this.run().files.map(fileName));
  protected readonly totals = computed(() => totalsOf(this.run()));
  protected readonly addsUp = computed(() => {
    const { read, loaded, duplicate, quarantined } = this.totals();
    return read === loaded + duplicate + quarantined;
  });
  protected readonly sum = computed(() => {
    const totals = this.totals();
    const text = (name: keyof typeof totals): string => this.formats.number(totals[name]);
    return this.words.say('data.sum', {
      read: text('read'),
      loaded: text('loaded'),
      duplicate: text('duplicate'),
      quarantined: text('quarantined'),
    });
  });
  protected readonly took = computed(() => {
    const { startedAt, endedAt } = this.run();
    if (endedAt === null) return '';
    return this.words.say('data.took', { seconds: this.formats.number((Date.parse(endedAt) - Date.parse(startedAt)) / 1000, 1) });
  });

  /** How much of its files it has read, from 0 to 1; `null` while that cannot be told. */
  protected readonly share = computed(() => {
    const progress = this.run().progress;
    return progress === null || progress.totalBytes === 0 || progress.step !== 'read' ? null : progress.bytes / progress.totalBytes;
  });
  protected readonly step = computed(() => {
    const progress = this.run().progress;
    if (progress === null) return '';
    const share = this.share();
    const of = [progress.entity === null ? null : this.entity(progress.entity), progress.file === null ? null : fileName(progress.file)];
    return [this.words.sayIfKnown(`step.${progress.step}`, progress.step), share === null ? null : this.formats.share(share, 0), ...of]
      .filter((part) => part !== null)
      .join(' · ');
  });
  protected readonly notes = computed(() =>
    this.run().notes.map(({ entity, state, points, fromDay, lastDay }) =>
      this.words.say(`note.${state}`, {
        entity: this.entity(entity),
        points: this.formats.number(points.length),
        from: this.formats.day(fromDay),
        to: this.formats.day(lastDay),
      }),
    ),
  );
}
