const LONGEST_STOP_MS = 8_000;

/**
 * Runs `stop` once when the process is asked to end, then ends it with 0. A second signal, or a stop that takes too long,
 * ends it at once: every load can be resumed after that.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // Started by a program of ours: its death must not leave a server behind that nobody sees.
  if (process.channel) process.once('disconnect', end);
}
