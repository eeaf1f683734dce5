import { Readable } from 'node:stream';
import type { Scope } from '@evenhand/domain';
import { type PackedFile, type PackEntry, packOf } from '@evenhand/exports';
import type { SentFile } from '../file-sender';
import type { Frame } from '../frames';

/** Who takes a proof along, under which address the server is known, and what they see. */
export interface Taker {
  readonly site: string;
  readonly madeBy: string;
  readonly scope: Scope;
}

interface Statement {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export const jsonEntry = (path: string, content: object): PackEntry => ({
  path,
  open: () => Readable.from([`${JSON.stringify(content, null, 2)}\n`]),
});

/** Statements as they were sent, each with its values above it. */
export const statementsEntry = (statements: readonly Statement[]): PackEntry => ({
  path: 'statements.sql',
  open: () =>
    Readable.from(
      statements.map(({ text, values }) => {
        const bound = Object.entries(values).map(([name, value]) => `-- ${name} = ${JSON.stringify(value)}\n`);
        return `${bound.join('')}${text};\n\n`;
      }),
    ),
});

/** A file that another maker made. */
export function fileEntry(path: string, { content }: SentFile): PackEntry {
  // What goes wrong before its turn comes is told when it is read.
  content.on('error', () => undefined);
  return { path, open: () => content, close: () => void content.destroy() };
}

/** What a manifest says beside the hashes: of what it is, who made it, when, and how much of it is there. */
interface Proof {
  readonly about: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly place: string;
  readonly rows: SentFile['rows'];
  readonly entries: readonly PackEntry[];
}

/** Puts files and their manifest together. */
export function evidencePack({ about, title, place, rows, entries }: Proof, { madeBy, scope }: Taker, { frame, at }: Made): SentFile {
  const { names, city, day } = frame;
  const said = {
    city: names.say(city.name),
    isSimulated: city.isSimulated,
    ...about,
    scope: scope.points,
    madeAt: at.toISOString(),
    madeBy,
    rows,
  };
  const manifestOf = (files: readonly PackedFile[]): object => ({ ...said, files });
  const content = packOf(entries, manifestOf);
  return { format: 'zip', name: { day, scope: place, report: title }, rows, content };
}

interface Made {
  readonly frame: Frame;
  readonly at: Date;
}
