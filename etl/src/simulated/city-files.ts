import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TextFile, type Frame } from './text-file';

const csv = (header: string): Frame => ({ head: `${header}\n`, separator: '\n', tail: '\n' });
const envelope = (service: string, isUpdating?: string): Frame => ({
  head: `{"service":"${service}",${isUpdating === undefined ? '' : `"isUpdating":"${isUpdating}",`}"data":[\n`,
  separator: ',\n',
  tail: '\n]}\n',
});

const FRAMES = {
  tickets: csv(
    'ticket,point,field,procedure,channel,counter,agent,priority,issued,called,last_called,started,ended,left,status,dossier,visitor,transfers,later_wait_ms',
  ),
  ratings: csv('rating,point,field,device,ticket,rated,level,reason'),
  shifts: csv('staff,class,point,counter,from,to,paused_minutes'),
  dossiers: envelope('DongBoHoSoMC', 'False'),
  steps: envelope('CapNhatTienDoHoSoMC'),
} as const;

/** What is written, and where: folder and beginning of the file name, followed by the month. */
const PLACES = {
  tickets: ['queue-log', 'tickets', 'csv'],
  ratings: ['ratings', 'ratings', 'csv'],
  shifts: ['shifts', 'shifts', 'csv'],
  dossiers: ['national-dossiers', 'DongBoHoSoMC', 'json'],
  steps: ['national-dossiers', 'CapNhatTienDoHoSoMC', 'json'],
} as const;

export type FileKind = keyof typeof FRAMES;
const KINDS = Object.keys(FRAMES) as readonly FileKind[];

/** How many rows went into the files of each kind. */
export type RowCounts = Readonly<Record<FileKind | 'corrections', number>>;

/** All files of a simulated city, one per kind and month, and one delivery of corrections. */
export class CityFiles {
  private readonly files: ReadonlyMap<string, TextFile>;
  private readonly corrections: TextFile;

  constructor(
    folder: string,
    private readonly months: readonly string[],
  ) {
    for (const [place] of [...Object.values(PLACES), ['corrections']]) mkdirSync(join(folder, place ?? ''), { recursive: true });
    this.files = new Map(
      KINDS.flatMap((kind) => {
        const [place, name, extension] = PLACES[kind];
        return months.map(
          (month) => [`${kind}/${month}`, new TextFile(join(folder, place, `${name}-${month}.${extension}`), FRAMES[kind])] as const,
        );
      }),
    );
    this.corrections = new TextFile(join(folder, 'corrections', 'DongBoHoSoMC-corrections.json'), envelope('DongBoHoSoMC', 'True'));
  }

  /** Rows of months outside the simulation are not told yet. */
  write(kind: FileKind, month: number, row: string): void {
    this.files.get(`${kind}/${this.months[month]}`)?.write(row);
  }

  correct(row: string): void {
    this.corrections.write(row);
  }

  close(): RowCounts {
    const rowsOf = (kind: FileKind): number =>
      this.months.reduce((sum, month) => sum + (this.files.get(`${kind}/${month}`)?.close() ?? 0), 0);
    return {
      tickets: rowsOf('tickets'),
      ratings: rowsOf('ratings'),
      shifts: rowsOf('shifts'),
      dossiers: rowsOf('dossiers'),
      steps: rowsOf('steps'),
      corrections: this.corrections.close(),
    };
  }
}
