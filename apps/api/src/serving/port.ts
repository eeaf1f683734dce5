import { createServer } from 'node:net';

export const HOST = '127.0.0.1';
const DEFAULT_PORT = 3000;

/** The server cannot begin; the message is a sentence for whoever started it. */
class CannotServe extends Error {
  override readonly name = 'CannotServe';
}

/** The port that the environment names. 0 takes any free one. */
export function portFrom(env: NodeJS.ProcessEnv): number {
  const text = env['PORT'] || String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new CannotServe(`PORT is "${text}"; write a number from 0 to 65535.`);
  return port;
}

const sentenceFor = (port: number, { code }: NodeJS.ErrnoException): string =>
  code === 'EACCES'
    ? `Port ${port} may not be used by this user; choose one above 1023 with PORT, for example PORT=3100.`
    : `Port ${port} is taken by another program; stop it or choose another port with PORT, for example PORT=${port === 65_535 ? 3100 : port + 1}.`;

/** Finds out before the long work whether the port can be had. */
export const checkPort = (port: number): Promise<void> =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', (error) => fail(new CannotServe(sentenceFor(port, error), { cause: error })));
    probe.listen(port, HOST, () => probe.close(() => done()));
  });
