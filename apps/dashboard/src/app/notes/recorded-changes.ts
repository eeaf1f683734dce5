import { computed, inject, type Signal } from '@angular/core';
import type { TrendAnswer } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { readyData } from '../data/loadable';
import { trendsOf, type TrendWanted } from '../data/trends';
import { ChangeWords } from '../format/change-words';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

type Change = TrendAnswer['changes'][number];

/** A documented change in a chart, by the number that it has there. */
export interface RecordedChange {
  readonly number: string;
  /** The Monday under which it is drawn. */
  readonly week: Day;
  readonly title: string;
  /** With its days. */
  readonly text: string;
}

/** The documented changes of a chart, as its drawing and its table need them. */
export interface RecordedChanges {
  readonly all: Signal<readonly RecordedChange[]>;
  readonly marks: Signal<readonly { readonly bucket: Day; readonly text: string }[]>;
  /** What the table says of a week. */
  readonly cell: (week: Day) => string;
}

/** Interventions and boundary changes that concern a control chart; `null` waits. Call it while a component is being made. */
export function recordedChanges(wanted: () => TrendWanted | null, weeks: () => readonly Day[]): RecordedChanges {
  const [words, said, formats] = [inject(Words), inject(ChangeWords), inject(Formats)];
  const asked = trendsOf(() => {
    const one = wanted();
    return one === null ? null : [one];
  });
  const found = computed<readonly Change[]>(() => readyData(asked.of(wanted()?.metric ?? ''))?.changes ?? []);
  const all = computed(() =>
    found()
      .flatMap((change) => {
        const week = weeks().findLast((monday) => monday <= change.day);
        return week === undefined ? [] : [{ change, week }];
      })
      .map(({ change, week }, place) => ({
        ...{ week, number: formats.number(place + 1) },
        ...{ title: words.label(change.title), text: said.of(change) },
      })),
  );
  const of = (week: Day): readonly RecordedChange[] => all().filter((one) => one.week === week);
  return {
    all,
    marks: computed(() =>
      [...new Set(all().map(({ week }) => week))].map((bucket) => ({
        bucket,
        text: of(bucket)
          .map(({ number }) => number)
          .join(', '),
      })),
    ),
    cell: (week) =>
      of(week)
        .map(({ title }) => title)
        .join('; '),
  };
}
