import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type PageForm, TYPE_OF } from './page-form';

const plain = promisify(gunzip);

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** What is sent of compressed JSON: itself, or what it was made of to whoever cannot read it. */
export async function sendable(compressed: Buffer, form: PageForm, { request, response }: Exchange): Promise<StreamableFile> {
  response.vary('Accept');
  const isRead = request.acceptsEncodings('gzip') === 'gzip';
  if (isRead) response.set('content-encoding', 'gzip');
  const bytes = isRead ? compressed : await plain(compressed);
  return new StreamableFile(bytes, { type: `${TYPE_OF[form]}; charset=utf-8`, length: bytes.byteLength });
}
