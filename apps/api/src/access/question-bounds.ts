import { Inject, Injectable } from '@nestjs/common';
import { because } from '@evenhand/domain';
import { NOW, type Now } from '../connections';
import { Refusal } from '../http/refusal';

/** Of one person at once: four calls with as many questions as a call may have; pages make two or three of about twenty. */
export const MOST_UNDER_WAY = 160;
/** Of one person within a minute, after a pause. */
export const MOST_A_MINUTE = 2_400;
const GIVEN_BACK_A_SECOND = MOST_A_MINUTE / 60;
const WAIT_SECONDS = 2;
/** People of whom more is remembered than that they may ask everything. */
const MOST_REMEMBERED = 10_000;

interface Asked {
  /** Questions that have no answer yet. */
  underWay: number;
  /** Questions that may still be asked, as of an instant. */
  left: number;
  atMs: number;
}

const tooMany = (sentence: string, seconds: number): Refusal =>
  new Refusal(
    429,
    { id: 'too-many-questions', title: 'Too many questions', reason: because('too_many_questions', { seconds }) },
    sentence,
    { 'retry-after': String(seconds) },
  );

/** How much one person or machine may ask at once and within a minute, so that nobody keeps the others from their answers. */
@Injectable()
export class QuestionBounds {
  private readonly people = new Map<string, Asked>();

  constructor(@Inject(NOW) private readonly now: Now) {}

  /** Counts questions that begin; gives what is called once they are answered. Throws a refusal when there are too many. */
  admit(person: string, questions: number): () => void {
    const asked = this.askedBy(person);
    if (asked.underWay > 0 && asked.underWay + questions > MOST_UNDER_WAY)
      throw tooMany(`${asked.underWay} of your questions have no answer yet; ask again when they have.`, WAIT_SECONDS);
    if (asked.left < questions) {
      const seconds = Math.ceil((questions - asked.left) / GIVEN_BACK_A_SECOND);
      throw tooMany(`You asked more than ${MOST_A_MINUTE} questions within a minute; ask again in ${seconds} s.`, seconds);
    }
    asked.left -= questions;
    asked.underWay += questions;
    return () => void (asked.underWay -= questions);
  }

  private askedBy(person: string): Asked {
    const atMs = this.now().getTime();
    const before = this.people.get(person);
    const asked = before ?? { underWay: 0, left: MOST_A_MINUTE, atMs };
    const seconds = Math.max(0, atMs - asked.atMs) / 1_000; // the clock may go back
    asked.left = Math.min(MOST_A_MINUTE, asked.left + seconds * GIVEN_BACK_A_SECOND);
    asked.atMs = atMs;
    this.people.delete(person);
    this.people.set(person, asked);
    if (this.people.size > MOST_REMEMBERED) this.forgetOldest();
    return asked;
  }

  private forgetOldest(): void {
    for (const [person, { underWay }] of this.people) if (underWay === 0) return void this.people.delete(person);
  }
}
