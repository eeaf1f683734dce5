import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ScheduleChange } from '@evenhand/contracts';
import { because, NotFound } from '@evenhand/domain';
import { type ScheduleOverview, scheduleOverview, type ScheduleRunner, startSchedules, type Stores } from '@evenhand/etl';
import { setSchedule } from '@evenhand/records';
import { LOG, type Logger, type Now, NOW, STORES } from '../connections';
import { endLoads } from '../runs/interruption';

/** Runs the schedules of the city while the stores lie in a data folder, and tells of them wherever they run. */
@Injectable()
export class ScheduleDesk implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private runner: ScheduleRunner | undefined;

  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(LOG) private readonly log: Logger,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** With servers of their own a worker pulls: several servers may answer, and each would pull. */
  onApplicationBootstrap(): void {
    if (!this.stores.warehouse.isEmbedded) return;
    this.runner = startSchedules(this.stores, {
      tell: (event) => this.log.info(event),
      failed: (what, error) => this.log.error({ event: 'failure', what, cause: error instanceof Error ? error.message : String(error) }),
    });
  }

  async list(): Promise<{ readonly schedules: readonly ScheduleOverview[] }> {
    return { schedules: await scheduleOverview(this.stores, this.now()) };
  }

  /** @throws {NotFound} */
  async change(source: string, { isPaused, runNow }: ScheduleChange): Promise<ScheduleOverview> {
    await this.find(source);
    const paused = isPaused === undefined ? {} : { isPaused };
    await setSchedule(this.stores.records, source, { ...paused, ...(runNow ? { wantedAt: this.now() } : {}) });
    return this.find(source);
  }

  private async find(source: string): Promise<ScheduleOverview> {
    const { schedules } = await this.list();
    const found = schedules.find((schedule) => schedule.source === source);
    if (!found) throw new NotFound(`No source "${source}" of this city has a schedule.`, because('no_schedule', { source }));
    return found;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const stopped = this.runner?.stop();
    if (stopped) await endLoads(this.stores.warehouse, stopped);
  }
}
