import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../product/commands';

/** What the last stage of the Dockerfile says of the container that runs. */
export interface Container {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is copied from the build, relative to the tree, and where it then lies. */
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly volume: string;
  readonly user: string;
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly stopSignal: string;
}

const told = (stage: string, instruction: string): string => {
  const [, said] = new RegExp(`^${instruction} (.*)$`, 'm').exec(stage) ?? [];
  if (said === undefined) throw new Error(`The Dockerfile says no ${instruction}.`);
  return said;
};

/** Reads the Dockerfile of the product; what it does not say is an error. */
export function readDockerfile(): Container {
  const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, '');
  const stage = text.slice(text.lastIndexOf('\nFROM '));
  const folder = told(stage, 'WORKDIR');
  const pairs = told(stage, 'ENV')
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]);
  const copies = [...stage.matchAll(/^COPY --from=build \/src\/(\S+) (\S+)$/gm)].map(([, from = '', to = '']) => ({
    from,
    to: join(folder, to === './' ? from : to),
  }));
  const list = (instruction: string): readonly string[] => {
    const said = told(stage, instruction);
    return JSON.parse(said.slice(said.indexOf('['))) as readonly string[];
  };
  return {
    ...{ folder, env: Object.fromEntries(pairs), copies },
    ...{ volume: told(stage, 'VOLUME'), user: told(stage, 'USER'), stopSignal: told(stage, 'STOPSIGNAL') },
    ...{ command: list('CMD'), health: list('HEALTHCHECK') },
  };
}
