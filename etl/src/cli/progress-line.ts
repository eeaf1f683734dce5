import { SingleBar } from 'cli-progress';
import type { LoadProgress } from '../load/load-source';

/** Shows how far a load has come. */
export interface ProgressLine {
  show(progress: LoadProgress): void;
  end(): void;
}

const STEPS = { read: 'Reading and checking', compare: 'Comparing with what is known', publish: 'Publishing', done: 'Published' } as const;
const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/** For a log or a pipe: one line per step. */
function lines(write: (line: string) => void): ProgressLine {
  let last = '';
  return {
    show: ({ step, entity, file }) => {
      const line = [STEPS[step], entity, file].filter(Boolean).join(' ');
      if (line !== last) write(line);
      last = line;
    },
    end: () => undefined,
  };
}

/** For a person at a terminal: a bar over the bytes of all files. */
function bar(): ProgressLine {
  const one = new SingleBar({
    format: '{step} {bar} {percentage} %  {done} of {all} MiB  {what}',
    hideCursor: true,
    clearOnComplete: false,
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  one.start(1, 0, { step: STEPS.read, done: '0', all: '0', what: '' });
  return {
    show: ({ step, entity = '', file = '', bytes, totalBytes }) => {
      one.setTotal(Math.max(totalBytes, 1));
      one.update(bytes, {
        step: STEPS[step],
        done: mebibytes(bytes),
        all: mebibytes(totalBytes),
        what: step === 'read' ? `${entity} ${file}` : entity,
      });
    },
    end: () => one.stop(),
  };
}

/** A bar on a terminal, plain lines elsewhere; nothing but the result goes to standard output. */
export const progressLine = (isTerminal: boolean): ProgressLine => (isTerminal ? bar() : lines((line) => console.error(line)));
