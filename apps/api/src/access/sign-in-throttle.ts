import { because } from '@evenhand/domain';
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { countAttempt, forgetAttempts, forgiveAttempt, plainLogin } from '@evenhand/records';
import { NOW, type Now, RECORDS, type Records } from '../connections';
import { Refusal } from '../http/refusal';

/** Of one login, and of one address, within a quarter of an hour. */
export const MOST_FAILURES = { login: 10, address: 60 } as const;

/** Who tries: the login that was typed, and from where. */
export interface Tried {
  readonly login: string;
  readonly address: string;
}

// What somebody typed as a login may be a password; neither is kept as it was typed.
const subjectsOf = ({ login, address }: Tried) =>
  [
    ['login', `login:${createHash('sha256').update(plainLogin(login)).digest('hex')}`],
    ['address', `address:${createHash('sha256').update(address).digest('hex')}`],
  ] as const;

const SECOND = 1_000;

/** Slows down whoever tries passwords. Logins that do not exist are counted like those that do. */
@Injectable()
export class SignInThrottle {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** Counts an attempt before it is made. Throws a refusal when there were too many. */
  async admit(tried: Tried): Promise<void> {
    const now = this.now();
    for (const [kind, subject] of subjectsOf(tried)) {
      const { failures, untilMs } = await countAttempt(this.records, subject, now);
      if (failures <= MOST_FAILURES[kind]) continue;
      const seconds = Math.max(1, Math.ceil((untilMs - now.getTime()) / SECOND));
      throw new Refusal(
        429,
        { id: 'too-many-attempts', title: 'Too many attempts', reason: because('too_many_attempts', { minutes: Math.ceil(seconds / 60) }) },
        `There were too many attempts to sign in; try again in ${Math.ceil(seconds / 60)} min.`,
        { 'retry-after': String(seconds) },
      );
    }
  }

  /** The attempt was right: the login begins anew, the address gets this one back. */
  async forgive(tried: Tried): Promise<void> {
    const [[, login], [, address]] = subjectsOf(tried);
    await forgetAttempts(this.records, login);
    await forgiveAttempt(this.records, address);
  }
}
