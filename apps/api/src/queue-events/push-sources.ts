import { Inject, Injectable } from '@nestjs/common';
import { type PushSettings, readSourceFolder, SourceProblem, type Stores } from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';
import { QUEUE_EVENTS_SETTINGS, type QueueEventsSettings } from './queue-events-settings';

/** A source that is sent to this server. */
export interface PushSource {
  readonly name: string;
  readonly folder: string;
  readonly secret: string;
  readonly signature: PushSettings['signature'];
}

/** A shorter secret can be guessed. */
const SHORTEST_SECRET = 16;

/** The sources of the city that are sent to it. One without a secret cannot be sent: there is no secret by default. */
@Injectable()
export class PushSources {
  private readonly byName: ReadonlyMap<string, PushSource>;

  constructor(
    @Inject(STORES) stores: Stores,
    @Inject(QUEUE_EVENTS_SETTINGS) { env }: QueueEventsSettings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.byName = new Map(stores.city.sources.flatMap(({ folder }) => this.read(folder, env)).map((source) => [source.name, source]));
  }

  find(name: string): PushSource | undefined {
    return this.byName.get(name);
  }

  private read(folder: string, env: QueueEventsSettings['env']): PushSource[] {
    try {
      const { name, from } = readSourceFolder(folder).settings;
      if (from?.kind !== 'push') return [];
      const secret = env[from.secret_env] ?? '';
      if (secret.length >= SHORTEST_SECRET) return [{ name, folder, secret, signature: from.signature }];
      this.log.warn({
        event: 'queue-events',
        source: name,
        status: 'closed',
        cause: `${from.secret_env} holds no secret of ${SHORTEST_SECRET} characters`,
      });
      return [];
    } catch (error) {
      // Whoever runs the source by hand is told; a server with other sources goes on.
      if (!(error instanceof SourceProblem)) throw error;
      this.log.warn({ event: 'queue-events', status: 'closed', folder, cause: error.message });
      return [];
    }
  }
}
