import type { Request } from 'express';
import { readBytes } from '../landing/read-bytes';
import { tooLarge, unreadableCall } from './sync-refusal';

/** The whole body as text. Throws a refusal when it is too large, cut off, or not UTF-8. */
export async function readBody(request: Request, limit: number): Promise<string> {
  const body = await readBytes(request, limit);
  if (body === 'too large') throw tooLarge(limit);
  if (body === 'cut off') throw unreadableCall('Lời gọi bị ngắt giữa chừng.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw unreadableCall('Nội dung lời gọi không phải mã UTF-8.');
  }
}
