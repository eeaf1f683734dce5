import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { DossiersModule } from '../dossiers/dossiers.module';
import { ExplainModule } from '../explain/explain.module';
import { ReportsModule } from '../reports/reports.module';
import { RowsModule } from '../rows/rows.module';
import { ScoresModule } from '../scores/scores.module';
import { StandardsModule } from '../standards/standards.module';
import { ExportDesk, FILES, type Files } from './export-desk';
import { ExportsController } from './exports.controller';
import { AnswerFile } from './files/answer-file';
import { BreachesFile } from './files/breaches-file';
import { FigureEvidence, FigureProofs } from './evidence/figure-evidence';
import { StandardEvidence, StandardProofs } from './evidence/standard-evidence';
import { FormII06File } from './files/form-ii06-file';
import { Index766File } from './files/index-766-file';
import { QuarterlyFile } from './files/quarterly-file';
import { TimelineFile } from './files/timeline-file';
import { VerdictsFile } from './files/verdicts-file';
import { FilesModule } from './files.module';

const MAKERS = [
  AnswerFile,
  BreachesFile,
  FormII06File,
  Index766File,
  QuarterlyFile,
  TimelineFile,
  VerdictsFile,
  FigureEvidence,
  StandardEvidence,
];

@Module({
  imports: [AnswersModule, DossiersModule, ExplainModule, FilesModule, ReportsModule, RowsModule, ScoresModule, StandardsModule],
  controllers: [ExportsController],
  providers: [
    ExportDesk,
    FigureProofs,
    StandardProofs,
    ...MAKERS,
    {
      provide: FILES,
      inject: MAKERS,
      useFactory: (
        answer: AnswerFile,
        breaches: BreachesFile,
        ii06: FormII06File,
        index766: Index766File,
        quarterly: QuarterlyFile,
        timeline: TimelineFile,
        verdicts: VerdictsFile,
        figureEvidence: FigureEvidence,
        standardEvidence: StandardEvidence,
      ): Files => ({ answer, breaches, figureEvidence, ii06, index766, quarterly, standardEvidence, timeline, verdicts }),
    },
  ],
})
export class ExportsModule {}
