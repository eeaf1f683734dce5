import { Inject, Injectable } from '@nestjs/common';
import { breachesExportSchema, type StandardEvidence as Wanted, verdictsExportSchema } from '@evenhand/contracts';
import { timeRange } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { NOW, type Now } from '../../connections';
import { StandardsDesk } from '../../standards/standards-desk';
import type { SentFile } from '../file-sender';
import { BreachesFile } from '../files/breaches-file';
import { VerdictsFile } from '../files/verdicts-file';
import { Frames } from '../frames';
import { evidencePack, fileEntry, jsonEntry, statementsEntry, type Taker } from './evidence-pack';

const EVIDENCE = { vi: 'Gói chứng cứ', en: 'Evidence' } as const;
const NO_ROWS = { shown: 0, total: 0 } as const;

/** The ways to everything that proves a verdict. */
@Injectable()
export class StandardProofs {
  constructor(
    readonly standards: StandardsDesk,
    readonly verdicts: VerdictsFile,
    readonly breaches: BreachesFile,
    readonly metrics: MetricAnswers,
  ) {}
}

/**
 * What a standard comes to, with its definition and history, the statements behind it, the cases that broke it and its print, all of
 * one instant.
 */
@Injectable()
export class StandardEvidence {
  constructor(
    private readonly proofs: StandardProofs,
    private readonly frames: Frames,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async make(id: string, query: Wanted, taker: Taker): Promise<SentFile> {
    const { language, back, point, from, to } = query;
    const { site, scope } = taker;
    const { standards, verdicts, breaches } = this.proofs;
    const range = timeRange(from, to);
    const asOf = query.asOf ?? (await this.proofs.metrics.present());
    const making = { from, to, language, asOf, back };
    const print = verdictsExportSchema.parse({ ...making, by: 'point', grain: 'whole', format: 'pdf' });
    const cases = breachesExportSchema.parse({ ...making, point, format: 'csv' });
    const definition = await standards.page(id);
    const [judged, statements, printed, rows, frame] = await Promise.all([
      standards.verdicts(id, { ...range, by: 'point', grain: 'whole', asOf }, scope),
      standards.statements(id, { range, point, asOf }, scope),
      verdicts.make(id, print, site, scope),
      definition.hasCases ? breaches.make(id, cases, site, scope) : null,
      this.frames.of({ language, back }, site, scope),
    ]);
    const entries = [
      jsonEntry('definition.json', definition),
      jsonEntry('verdicts.json', judged),
      statementsEntry(statements),
      ...(rows === null ? [] : [fileEntry('breaches.csv', rows)]),
      fileEntry('verdicts.pdf', printed),
    ];
    const about = { kind: 'standard', asked: { standard: id, ...range, point: point ?? null, asOf: query.asOf ?? null }, asOf };
    const title = `${frame.names.say(EVIDENCE)}: ${frame.names.say(definition.label)}`;
    const place = point === undefined ? frame.names.say(frame.city.name) : frame.names.key('point', point);
    return evidencePack({ about, title, place, rows: rows?.rows ?? NO_ROWS, entries }, taker, { frame, at: this.now() });
  }
}
