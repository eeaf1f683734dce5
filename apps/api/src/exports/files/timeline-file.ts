import { Injectable } from '@nestjs/common';
import type { TimelineExport } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { type Cell, type Column, type ExportDocument, type Fact, tableOf } from '@evenhand/exports';
import type { DossierTimeline } from '@evenhand/metrics';
import { DossierTimelines } from '../../dossiers/dossier-timelines';
import { fileOf, type SentFile } from '../file-sender';
import { type Frame, Frames } from '../frames';
import { COLUMN_NAMES } from '../words/columns';
import { SAID } from '../words/facts';
import { HAPPENED } from '../words/timeline';

type Entry = DossierTimeline['entries'][number];

const MS_PER_HOUR = 3_600_000;
const NAMES = {
  title: { vi: 'Diễn biến hồ sơ', en: 'Timeline of a dossier' },
  at: { vi: 'Thời điểm', en: 'When' },
  what: { vi: 'Việc xảy ra', en: 'What happened' },
  detail: { vi: 'Chi tiết', en: 'Detail' },
  where: { vi: 'Nơi thực hiện', en: 'Where' },
  since: { vi: 'Giờ làm việc từ lần trước', en: 'Working hours since' },
  ran: { vi: 'Đồng hồ chạy', en: 'Clock ran' },
  used: { vi: 'Giờ đã dùng', en: 'Hours used' },
  told: { vi: 'nguồn không nói lúc nào, đây là lúc hệ thống biết', en: 'the source did not say when; this is when it was learnt' },
} as const;

/** What is known of the dossier itself, in the order of the screen. */
const FACETS = ['point_code', 'authority_code', 'field_code', 'procedure_code', 'channel', 'status'] as const;
const INSTANTS = ['submitted_at', 'received_at', 'first_due_at', 'due_at', 'finished_at', 'returned_at'] as const;

function columnsFor({ names }: Frame): readonly Column[] {
  const hours = { type: 'number', digits: 1 } as const;
  return [
    { name: names.say(NAMES.at), type: 'instant' },
    { name: names.say(NAMES.what), type: 'text' },
    { name: names.say(NAMES.detail), type: 'text' },
    { name: names.say(NAMES.where), type: 'text' },
    { name: names.say(NAMES.since), ...hours },
    { name: names.say(NAMES.ran), type: 'text' },
    { name: names.say(NAMES.used), ...hours },
  ];
}

function detailOf({ step, due }: Entry, { names, instant }: Frame): Cell {
  if (step !== null) return names.code('status', String(step.status));
  if (due === null) return null;
  const [before, after] = [due.before, due.after].map((at) => (at === null ? '–' : instant(at)));
  const moved = due.before === null ? after : `${before} → ${after}`;
  return due.isWhenLearnt ? `${moved ?? ''}; ${names.say(NAMES.told)}` : (moved ?? null);
}

const cellsFor =
  (frame: Frame) =>
  (entry: Entry): readonly Cell[] => {
    const { names } = frame;
    const isStep = entry.step !== null && entry.step.step !== '';
    return [
      entry.at,
      isStep ? names.code('step', entry.step?.step ?? '') : names.say(HAPPENED[entry.kind]),
      detailOf(entry, frame),
      entry.step?.unit || null,
      entry.workingMs === null ? null : entry.workingMs / MS_PER_HOUR,
      entry.workingMs === null || entry.workingMs === 0 ? null : names.say(entry.clockRan ? SAID.yes : SAID.no),
      entry.usedMs === null ? null : entry.usedMs / MS_PER_HOUR,
    ];
  };

function facets({ dossier }: DossierTimeline, { names, instant }: Frame): readonly Fact[] {
  const coded: Readonly<Record<(typeof FACETS)[number], string>> = {
    point_code: dossier.pointCode,
    authority_code: dossier.authorityCode,
    field_code: dossier.fieldCode,
    procedure_code: dossier.procedureCode,
    channel: dossier.channel,
    status: String(dossier.status),
  };
  const times: Readonly<Record<(typeof INSTANTS)[number], string | null>> = {
    submitted_at: dossier.submittedAt,
    received_at: dossier.receivedAt,
    first_due_at: dossier.firstDueAt,
    due_at: dossier.dueAt,
    finished_at: dossier.finishedAt,
    returned_at: dossier.returnedAt,
  };
  return [
    ...FACETS.filter((id) => coded[id] !== '').map((id) => ({ name: names.say(COLUMN_NAMES[id]), text: names.code(id, coded[id]) })),
    ...INSTANTS.map((id) => ({ name: names.say(COLUMN_NAMES[id]), text: times[id] === null ? '–' : instant(times[id]) })),
    { name: names.say(COLUMN_NAMES.supplement_requests), text: String(dossier.supplementRequests) },
    { name: names.say(COLUMN_NAMES.source), text: dossier.source },
  ];
}

/** The whole life of one dossier as a file: what an auditor takes along. */
@Injectable()
export class TimelineFile {
  constructor(
    private readonly timelines: DossierTimelines,
    private readonly frames: Frames,
  ) {}

  async make(code: string, query: TimelineExport, site: string, scope: Scope): Promise<SentFile> {
    const [timeline, frame] = await Promise.all([this.timelines.of(code, query, scope), this.frames.of(query, site, scope)]);
    const { names } = frame;
    const [, ...facts] = frame.facts({ asOf: timeline.toldUntil });
    const title = `${names.say(NAMES.title)} ${timeline.dossier.code}`;
    const document: ExportDocument = {
      ...frame.blank,
      title,
      facts,
      lead: facets(timeline, frame).map(({ name, text }) => `${name}: ${text}`),
      tables: [tableOf(names.say(NAMES.title), columnsFor(frame), timeline.entries.map(cellsFor(frame)))],
      notes: [frame.fact('hidden', names.say(SAID.dash))],
    };
    return fileOf(document, query.format, { day: frame.day, scope: timeline.dossier.code, report: names.say(NAMES.title) });
  }
}
