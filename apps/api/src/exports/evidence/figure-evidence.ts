import { Inject, Injectable } from '@nestjs/common';
import { answerExportSchema, type FigureEvidence as Wanted, rowsExportSchema } from '@evenhand/contracts';
import { MetricAnswers } from '@evenhand/metrics';
import { NOW, type Now } from '../../connections';
import { FigureExplanations } from '../../explain/figure-explanations';
import { RowsFile } from '../../rows/rows-file';
import type { SentFile } from '../file-sender';
import { AnswerFile } from '../files/answer-file';
import { Frames } from '../frames';
import { evidencePack, fileEntry, jsonEntry, statementsEntry, type Taker } from './evidence-pack';

const EVIDENCE = { vi: 'Gói chứng cứ', en: 'Evidence' } as const;

/** The ways to everything that proves a figure. */
@Injectable()
export class FigureProofs {
  constructor(
    readonly explanations: FigureExplanations,
    readonly rows: RowsFile,
    readonly answer: AnswerFile,
    readonly metrics: MetricAnswers,
  ) {}
}

/** A figure with its definition, the statements and values it was counted by, the cases behind it and its print, all of one instant. */
@Injectable()
export class FigureEvidence {
  constructor(
    private readonly proofs: FigureProofs,
    private readonly frames: Frames,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async make(query: Wanted, taker: Taker): Promise<SentFile> {
    const { language, back, exact, metric, ...asked } = query;
    const { site, scope } = taker;
    const asOf = query.asOf ?? (await this.proofs.metrics.present());
    const making = { ...asked, language, back, asOf };
    // First and by itself: what it refuses is refused before anything is begun that nobody would wait for.
    const explained = await this.proofs.explanations.of({ ...query, asOf }, scope);
    const cases = rowsExportSchema.parse({ ...making, metric, format: 'csv', head: 'id' });
    const print = answerExportSchema.parse({ ...making, metrics: metric, exact, format: 'pdf' });
    const [rows, printed, frame] = await Promise.all([
      this.proofs.rows.make(cases, site, scope),
      this.proofs.answer.make(print, site, scope),
      this.frames.of({ language, back }, site, scope),
    ]);
    const { metric: definition, statements, value, ...rest } = explained;
    const entries = [
      jsonEntry('definition.json', definition),
      jsonEntry('figure.json', { value, ...rest }),
      statementsEntry(statements),
      fileEntry('rows.csv', rows),
      fileEntry('figure.pdf', printed),
    ];
    const about = { kind: 'figure', asked: { metric, ...asked, exact }, asOf, figure: value };
    const title = `${frame.names.say(EVIDENCE)}: ${frame.names.metric(metric) === null ? metric : frame.names.say(definition.label)}`;
    return evidencePack({ about, title, place: frame.names.say(frame.city.name), rows: rows.rows, entries }, taker, {
      frame,
      at: this.now(),
    });
  }
}
