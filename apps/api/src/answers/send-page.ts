import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';

const TYPE = 'application/json; charset=utf-8';
const plain = promisify(gunzip);

/** What is sent of compressed JSON: itself, or what it was made of to whoever cannot read it. */
export async function sendable(compressed: Buffer, request: Request, response: Response): Promise<StreamableFile> {
  const isRead = request.acceptsEncodings('gzip') === 'gzip';
  if (isRead) response.set('content-encoding', 'gzip');
  const bytes = isRead ? compressed : await plain(compressed);
  return new StreamableFile(bytes, { type: TYPE, length: bytes.byteLength });
}
