import { Injectable } from '@nestjs/common';
import type { BreachesExport } from '@evenhand/contracts';
import { type Scope, timeRange } from '@evenhand/domain';
import type { ExportDocument } from '@evenhand/exports';
import { StandardsDesk } from '../../standards/standards-desk';
import { caseTable } from '../case-table';
import { fileOf, type SentFile } from '../file-sender';
import { mostFor } from '../most-rows';
import { Frames } from '../frames';
import { standardNotes } from '../standard-notes';
import { SAID } from '../words/facts';

const BREACHES = { vi: 'Vi phạm', en: 'Breaches' } as const;

/** The cases that broke a standard as a file, all of them. */
@Injectable()
export class BreachesFile {
  constructor(
    private readonly standards: StandardsDesk,
    private readonly frames: Frames,
  ) {}

  async make(id: string, query: BreachesExport, site: string, scope: Scope): Promise<SentFile> {
    const range = timeRange(query.from, query.to);
    const [standard, frame] = await Promise.all([this.standards.page(id), this.frames.of(query, site, scope)]);
    const [cases, { verdicts }] = await Promise.all([
      this.standards.breachesFile(id, { range, point: query.point, asOf: query.asOf, ...mostFor(query.format) }, scope),
      this.standards.verdicts(id, { ...range, by: 'city', grain: 'whole', asOf: query.asOf }, scope),
    ]);
    const [whole] = verdicts;
    const { names, fact } = frame;
    const title = `${names.say(BREACHES)}: ${names.say(standard.label)}`;
    const { table, left } = caseTable(names.say(BREACHES), cases, names, query.format === 'pdf');
    const where = query.point === undefined ? [] : [{ dimension: 'point', values: [query.point] } as const];
    const document: ExportDocument = {
      ...frame.blank,
      title,
      facts: frame.facts({ range, where, asOf: whole?.asOf ?? null, askedAsOf: query.asOf, coverage: whole?.coverage ?? null }),
      tables: [table],
      notes: [
        ...standardNotes(standard, frame),
        ...(left.length === 0 ? [] : [fact('columns', `${left.join(', ')}; ${names.say(SAID.allColumns)}`)]),
      ],
    };
    const place = query.point === undefined ? names.say(frame.city.name) : names.key('point', query.point);
    return fileOf(document, query.format, { day: frame.day, scope: place, report: title });
  }
}
