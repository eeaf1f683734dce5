import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { type Exchange, sendCompressed } from '../http/send-compressed';

/** Less is written again as quickly as it is found. */
const WORTH_KEEPING = 2_000;

interface Sent {
  readonly gzip: Buffer;
  readonly etag: string;
}

const compressed = promisify(gzip);

async function written(result: object): Promise<Sent | null> {
  const text = JSON.stringify(result);
  if (text.length < WORTH_KEEPING) return null;
  const bytes = await compressed(Buffer.from(text), { level: constants.Z_BEST_SPEED });
  return { gzip: bytes, etag: `W/"${createHash('sha256').update(bytes).digest('base64url')}"` };
}

/**
 * Writes and compresses an answer once for all who are given it. Answers that are remembered are the same value for everybody
 * who may see the same, so the value itself is the name of its bytes: they are forgotten together.
 */
@Injectable()
export class SentOnce {
  private readonly sent = new WeakMap<object, Promise<Sent | null>>();

  /** What is sent of a result: its bytes as they were sent before, nothing to whoever has them, itself where it is short. */
  async of(result: unknown, exchange: Exchange): Promise<unknown> {
    if (typeof result !== 'object' || result === null) return result;
    const sent = await this.bytesOf(result);
    if (sent === null) return result;
    const { request, response } = exchange;
    response.set('etag', sent.etag);
    if (!request.fresh) return sendCompressed(sent.gzip, 'application/json', exchange);
    response.status(304);
    return undefined;
  }

  private bytesOf(result: object): Promise<Sent | null> {
    const known = this.sent.get(result);
    if (known) return known;
    const making = written(result);
    this.sent.set(result, making);
    return making;
  }
}
