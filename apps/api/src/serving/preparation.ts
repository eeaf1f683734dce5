import type { Language } from '@evenhand/domain';
import { SingleBar } from 'cli-progress';

/** How far the simulated city has come; `share` runs from 0 to 1 over all of it. */
interface Preparing {
  readonly step: 'generate' | 'load';
  /** Which source is being loaded. */
  readonly source?: string;
  readonly share: number;
}

/** Shows a person how far the first start has come. */
export interface Preparation {
  show(progress: Preparing): void;
  /** Nothing more comes; says so when all of it was done. */
  end(isDone: boolean): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WORDS = {
  en: {
    first: 'First start: preparing the simulated city.',
    generate: 'Generating',
    load: 'Loading',
    done: 'The simulated city is ready.',
  },
  vi: {
    first: 'Lần chạy đầu: đang chuẩn bị thành phố mô phỏng.',
    generate: 'Đang sinh dữ liệu',
    load: 'Đang nạp',
    done: 'Thành phố mô phỏng đã sẵn sàng.',
  },
} as const satisfies Record<Language, object>;

const stepText = ({ step, source }: Preparing, language: Language): string => [WORDS[language][step], source].filter(Boolean).join(' ');

/** For a log or a pipe: one line per step. */
function lines(terminal: Terminal, language: Language): Preparation {
  let last = '';
  return {
    show: (progress) => {
      const line = stepText(progress, language);
      if (last === '') terminal.write(`${WORDS[language].first}\n`);
      if (line !== last) terminal.write(`${line} …\n`);
      last = line;
    },
    end: (isDone) => {
      if (isDone && last !== '') terminal.write(`${WORDS[language].done}\n`);
    },
  };
}

/** For a person at a terminal: a bar that appears only when there is work to do. */
function bar(language: Language): Preparation {
  let one: SingleBar | undefined;
  const started = (progress: Preparing): SingleBar => {
    const made = new SingleBar({
      format: '{bar} {percentage} %  {what}',
      hideCursor: true,
      barsize: 40,
      barCompleteChar: '█',
      barIncompleteChar: '░',
    });
    process.stderr.write(`${WORDS[language].first}\n`);
    made.start(100, 0, { what: stepText(progress, language) });
    return made;
  };
  return {
    show: (progress) => (one ??= started(progress)).update(Math.floor(progress.share * 100), { what: stepText(progress, language) }),
    end: (isDone) => {
      if (isDone) one?.update(100, { what: WORDS[language].done });
      one?.stop();
    },
  };
}

/** A bar on a terminal, plain lines elsewhere, nothing when there is nothing to prepare. */
export const preparation = (terminal: Terminal, language: Language): Preparation =>
  terminal.isTTY ? bar(language) : lines(terminal, language);
