import type { QueueName } from './field-work';
import type { PointProfile, QueueProfile } from './point-profile';
import { Random } from './random';

/** Someone at a desk; `code` is a pseudonym. */
export interface Agent {
  readonly code: string;
  readonly isContract: boolean;
  /** 1 is the average; more is slower. */
  readonly pace: number;
}

const LETTER = { general: 'G', land: 'D' } as const;

/** Who works at the desks of one queue of one point. */
export class Roster {
  private readonly agents: readonly Agent[];

  constructor({ code, contractShare }: PointProfile, { name, morningDesks }: QueueProfile, seed: number) {
    const random = new Random(seed, `staff/${code}/${name}`);
    this.agents = Array.from({ length: morningDesks + 1 }, (_, index) => ({
      code: `NV-${code}-${LETTER[name]}${index + 1}`,
      isContract: contractShare > 0 && index === morningDesks,
      pace: Math.min(1.15, Math.max(0.87, 1 + 0.06 * random.normal())),
    }));
  }

  /** People take turns week by week. */
  at(desk: number, week: number): Agent {
    const agent = this.agents[(desk + week) % this.agents.length];
    if (!agent) throw new RangeError(`There is nobody for desk ${desk}.`);
    return agent;
  }
}

/** Staff lent by a point of a branch with little work; their code shows whose they are. */
export const lentAgent = (donor: string, queue: QueueName): Agent => ({ code: `NV-${donor}${LETTER[queue]}`, isContract: false, pace: 1 });
