import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { FileSender, type SentFile } from './file-sender';
import type { FigureEvidence } from './evidence/figure-evidence';
import type { StandardEvidence } from './evidence/standard-evidence';
import type { AnswerFile } from './files/answer-file';
import type { BreachesFile } from './files/breaches-file';
import type { FormII06File } from './files/form-ii06-file';
import type { Index766File } from './files/index-766-file';
import type { QuarterlyFile } from './files/quarterly-file';
import type { TimelineFile } from './files/timeline-file';
import type { VerdictsFile } from './files/verdicts-file';

export const FILES = Symbol('files');

/** Everything that can leave as a file, by what it is about. */
export interface Files {
  readonly answer: AnswerFile;
  readonly breaches: BreachesFile;
  readonly figureEvidence: FigureEvidence;
  readonly ii06: FormII06File;
  readonly index766: Index766File;
  readonly quarterly: QuarterlyFile;
  readonly standardEvidence: StandardEvidence;
  readonly timeline: TimelineFile;
  readonly verdicts: VerdictsFile;
}

/** Makes the file that is wanted and sends it. */
@Injectable()
export class ExportDesk {
  constructor(
    @Inject(FILES) private readonly files: Files,
    private readonly sender: FileSender,
  ) {}

  async send(make: (files: Files) => Promise<SentFile>, response: Response): Promise<void> {
    await this.sender.send(await make(this.files), response);
  }
}
