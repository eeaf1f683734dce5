import type { Language } from '@evenhand/domain';
import { prepareSimulatedCity, type PrepareProgress, type Stores } from '@evenhand/etl';
import { interruptLoads } from '../runs/interruption';
import { preparation } from './preparation';

/** The person wants to stop; what is done stays, and the next start goes on from there. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Prepares the simulated city where it is not there yet, until it is done or told to stop. */
export class FirstStart {
  private isStopping = false;
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly stores: Stores,
    private readonly language: Language,
  ) {}

  /** False when it was told to stop before it was done. */
  async run(): Promise<boolean> {
    const shown = preparation(process.stderr, this.language);
    this.work = prepareSimulatedCity(this.stores, {
      onProgress: (progress) => {
        this.stopGenerating(progress);
        shown.show(progress);
      },
    });
    const isDone = await this.work.then(
      () => !this.isStopping,
      (error: unknown) => {
        if (!this.isStopping) throw error;
        return false;
      },
    );
    shown.end(isDone);
    return isDone;
  }

  /** Ends the work in hand and closes the stores. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await interruptLoads(this.stores.warehouse, this.work);
    await this.stores.close();
  }

  // Only files are generated then; a load is ended by its statements, so that it can clean up.
  private stopGenerating({ step }: PrepareProgress): void {
    if (this.isStopping && step === 'generate') throw new Stopped();
  }
}
