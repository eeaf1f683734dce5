import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';

const plain = promisify(gunzip);

/** A call and what answers it. */
export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Sends what is compressed already: itself, or what it was made of to whoever cannot read it. */
export async function sendCompressed(compressed: Buffer, type: string, { request, response }: Exchange): Promise<StreamableFile> {
  response.vary('Accept-Encoding');
  const isRead = request.acceptsEncodings('gzip') === 'gzip';
  if (isRead) response.set('content-encoding', 'gzip');
  const bytes = isRead ? compressed : await plain(compressed);
  return new StreamableFile(bytes, { type: `${type}; charset=utf-8`, length: bytes.byteLength });
}
