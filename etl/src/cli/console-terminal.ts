import { SingleBar } from 'cli-progress';
import type { Progress, Terminal } from './terminal';

/** A terminal whose last bar or line must be closed. */
export interface OpenTerminal extends Terminal {
  end(): void;
}

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
const amount = ({ done, all, unit }: Progress): string =>
  unit === 'bytes' ? `${mebibytes(done)} of ${mebibytes(all)} MiB` : `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`;

interface Shown {
  show(progress: Progress): void;
  /** Makes room for a line of text. */
  end(): void;
}

/** For a log or a pipe: one line per step. */
function lines(): Shown {
  let last = '';
  return {
    show: ({ step, what }) => {
      const line = [step, what].filter(Boolean).join(' ');
      if (line !== last) console.error(line);
      last = line;
    },
    end: () => undefined,
  };
}

const newBar = (): SingleBar => {
  const bar = new SingleBar({
    format: '{step} {bar} {percentage} %  {amount}  {what}',
    hideCursor: true,
    clearOnComplete: false,
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  bar.start(1, 0, { step: '', amount: '', what: '' });
  return bar;
};

/** For a person at a terminal: a bar that appears with the first progress and ends with the next line of text. */
function bars(): Shown {
  let bar: SingleBar | undefined;
  return {
    show: (progress) => {
      bar ??= newBar();
      bar.setTotal(Math.max(progress.all, 1));
      bar.update(progress.done, { step: progress.step, amount: amount(progress), what: progress.what ?? '' });
    },
    end: () => {
      bar?.stop();
      bar = undefined;
    },
  };
}

/** The console of this process: a bar on a terminal, plain lines elsewhere; nothing but results goes to standard output. */
export function consoleTerminal(isTerminal: boolean): OpenTerminal {
  const shown = isTerminal ? bars() : lines();
  const say = (print: (text: string) => void) => (text: string) => {
    shown.end();
    print(text);
  };
  return {
    out: say((text) => console.log(text)),
    err: say((text) => console.error(text)),
    progress: (progress) => shown.show(progress),
    end: () => shown.end(),
  };
}
