import type { Request } from 'express';

/**
 * The whole body of a request. A body that is too large is read to its end all the same, without being kept: a sender that
 * is still writing would not hear the answer.
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer | 'too large' | 'cut off'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return 'cut off';
  }
  return size > limit ? 'too large' : Buffer.concat(chunks);
}
