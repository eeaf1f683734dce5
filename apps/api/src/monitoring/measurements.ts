import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type MeasuredStatement, STATEMENTS } from '@evenhand/warehouse';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const STATEMENT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 30, 120];

/** A value that is read when somebody asks for it. */
interface Read {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * What this process measures of itself, in the words of Prometheus. Labels are routes, statuses and names of feeds: never a
 * person, a case, an address or what somebody asked.
 */
@Injectable()
export class Measurements implements OnApplicationShutdown {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'evenhand_request_seconds',
    help: 'How long requests took, by the route that took them and the status of the answer.',
    labelNames: ['route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'evenhand_warehouse_statement_seconds',
    help: 'How long statements of the warehouse took; failed says whether they were answered.',
    labelNames: ['kind', 'failed'],
    buckets: STATEMENT_SECONDS,
    registers: [this.registry],
  });
  private readonly hear = (message: unknown): void => {
    const { kind, seconds, failed } = message as MeasuredStatement;
    this.statements.observe({ kind, failed: String(failed) }, seconds);
  };

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    subscribe(STATEMENTS, this.hear);
  }

  onApplicationShutdown(): void {
    unsubscribe(STATEMENTS, this.hear);
    this.registry.clear();
  }

  noteRequest(request: { readonly route: string; readonly status: number; readonly seconds: number }): void {
    this.requests.observe({ route: request.route, status: request.status }, request.seconds);
  }

  /** Adds what is read at each asking. What cannot be read is left out of the text, as what is not known. */
  add(
    name: string,
    { help, labels = [] }: { readonly help: string; readonly labels?: readonly string[] },
    read: () => Promise<readonly Read[]>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      async collect() {
        this.reset();
        const values = await read().catch(() => []);
        for (const one of values) this.set(one.labels, one.value);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
