import { named, SourceProblem } from './source-problem';

const firstSentence = (error: unknown): string =>
  error instanceof Error ? (error.message.split(/(?<=\.) |: \(|: While|: In scope/)[0] ?? '') : String(error);

/** What the engine says of a file, and what it means to whoever sent the file. */
const MEANINGS: readonly (readonly [says: RegExp, means: string])[] = [
  [/Could not perform insert|No space left on device|Not enough space/i, 'could not be loaded: the disk of the facts is full'],
  [/inflate failed: buffer error|unexpected end of file/i, 'ends before its compressed data does: it was cut off on its way'],
  [
    /inflate failed|incorrect header check|invalid (?:block|stored|code|distance)/i,
    'is named .gz, but what it holds is not gzip data or is damaged',
  ],
  [/zstd/i, 'is named .zst, but what it holds is not zstd data or is damaged'],
  [/Not a Parquet file|magic bytes/i, 'is not a whole Parquet file'],
  [/Parquet/i, 'is a Parquet file that cannot be read'],
];

/** The sentence for a file whose bytes cannot be read. */
export function readingProblem(path: string, error: unknown, otherwise = 'could not be read'): SourceProblem {
  const text = error instanceof Error ? error.message : String(error);
  const meaning = MEANINGS.find(([says]) => says.test(text))?.[1];
  return new SourceProblem(meaning === undefined ? `${path} ${otherwise}: ${firstSentence(error)}` : `${path} ${meaning}.`, {
    cause: error,
  });
}

/** The sentence for a table without a usable header line. */
export function headerProblem(path: string, format: string, error: unknown): SourceProblem {
  const text = firstSentence(error);
  const twice = /Duplicate column name[^"]*"(?<name>.*)"/.exec(text)?.groups?.['name'];
  if (twice !== undefined) return new SourceProblem(`${path} names the column "${twice}" twice in its header line.`, { cause: error });
  return readingProblem(path, error, `has no readable header line as ${format}`);
}

/** The sentence for a document whose list of records is not where it is said to be. */
export const noListProblem = (path: string, records: string, keys: readonly string[]): SourceProblem =>
  new SourceProblem(`${path} has no list of records at "${records}"; the document has the keys: ${named(keys)}.`);
