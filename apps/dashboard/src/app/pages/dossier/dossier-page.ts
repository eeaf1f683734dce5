import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { fileSource } from '../../data/file-source';
import { readyData } from '../../data/loadable';
import { dossierTimeline } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { PlaceTrail } from '../../design/place-trail';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PageTitles } from '../../shell/page-titles';
import { stretchesOf } from './stretches';
import { TimelineWords } from './timeline-words';

/** The life of one dossier: what happened when, when its clock ran and stood still, and how its due date moved. */
@Component({
  selector: 'eh-dossier-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, PlaceTrail, TranslocoPipe],
  templateUrl: './dossier-page.html',
  styleUrl: './dossier-page.css',
})
export class DossierPage {
  /** From the address: `/dossiers/:code`. */
  readonly code = input.required<string>();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly titles = inject(PageTitles);
  private readonly url = inject(UrlState);
  private readonly texts = inject(TimelineWords);

  protected readonly asked = dossierTimeline(
    () => this.code(),
    () => this.url.params().get('source'),
  );
  protected readonly file = computed(() => {
    const source = this.url.params().get('source');
    return fileSource(`/api/exports/dossiers/${encodeURIComponent(this.code())}/timeline`, source === null ? {} : { source });
  });
  protected readonly timeline = computed(() => readyData(this.asked.load()));
  protected readonly entries = computed(() => {
    const timeline = this.timeline();
    return timeline === null ? [] : this.texts.entries(timeline);
  });
  protected readonly sentence = computed(() => {
    const timeline = this.timeline();
    return timeline === null ? '' : this.texts.sentence(timeline);
  });
  protected readonly stretches = computed(() =>
    stretchesOf(this.timeline()?.entries ?? []).map(({ ms, isRunning }) => ({
      ...{ ms, isRunning },
      title: this.words.say(isRunning ? 'timeline.since_ran' : 'timeline.since_still', { time: this.texts.working(ms) }),
    })),
  );
  protected readonly about = computed(() => {
    const toldUntil = this.timeline()?.toldUntil ?? null;
    return toldUntil === null ? '' : this.words.say('timeline.told_until', { at: this.formats.instant(toldUntil) });
  });
  protected readonly point = computed(() => this.timeline()?.dossier.pointCode ?? '');

  protected readonly facets = computed(() => {
    const timeline = this.timeline();
    if (timeline === null) return [];
    const { dossier } = timeline;
    const entries: readonly (readonly [string, string])[] = [
      ['column.point_code', this.facts.point(dossier.pointCode)?.name ?? dossier.pointCode],
      ['column.authority_code', this.facts.point(dossier.authorityCode)?.name ?? dossier.authorityCode],
      ['column.field_code', this.labelOf('field', dossier.fieldCode)],
      ['column.procedure_code', this.labelOf('procedure', dossier.procedureCode)],
      ['column.channel', this.labelOf('channel', dossier.channel)],
      ['column.status', this.words.sayIfKnown(`status.${dossier.status}`, String(dossier.status))],
      ['column.received_at', this.texts.instant(dossier.receivedAt)],
      ['column.first_due_at', this.texts.instant(dossier.firstDueAt)],
      ['column.due_at', this.texts.instant(dossier.dueAt)],
      ['column.finished_at', this.texts.instant(dossier.finishedAt)],
      ['column.returned_at', this.texts.instant(dossier.returnedAt)],
      ['timeline.limit', this.texts.limit(timeline)],
      ['column.supplement_requests', this.formats.number(dossier.supplementRequests)],
      ['column.source', dossier.source],
    ];
    return entries.filter(([, text]) => text !== '').map(([key, text]) => ({ key, text }));
  });

  constructor() {
    effect(() => this.titles.subject.set(this.code()));
  }

  protected print(): void {
    window.print();
  }

  private labelOf(kind: 'field' | 'procedure' | 'channel', code: string): string {
    const label = this.facts.labelOf(kind, code);
    return label === null ? code : this.words.label(label);
  }
}
