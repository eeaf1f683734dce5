import { computed, Injectable } from '@angular/core';
import { liveLines } from '../../data/live-lines';
import { readyData } from '../../data/loadable';

/** Who waits at the moment, asked once for all that show it. */
@Injectable()
export class LiveAnswers {
  private readonly lines = liveLines();
  readonly load = this.lines.load;
  readonly retry = this.lines.retry;
  readonly live = computed(() => readyData(this.load()));
}
