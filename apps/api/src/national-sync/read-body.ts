import type { Request } from 'express';
import { tooLarge, unreadableCall } from './sync-refusal';

/**
 * The whole body as text. A body that is too large is read to its end all the same, without being kept: a sender that is
 * still writing would not hear the answer.
 */
export async function readBody(request: Request, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    throw unreadableCall(`Lời gọi bị ngắt giữa chừng sau ${size} byte.`);
  }
  if (size > limit) throw tooLarge(limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw unreadableCall('Nội dung lời gọi không phải mã UTF-8.');
  }
}
