import type { StreamableFile } from '@nestjs/common';
import { type Exchange, sendCompressed } from '../http/send-compressed';
import { type PageForm, TYPE_OF } from './page-form';

/** What is sent of a page in one of its forms. */
export function sendable(compressed: Buffer, form: PageForm, exchange: Exchange): Promise<StreamableFile> {
  exchange.response.vary('Accept');
  return sendCompressed(compressed, TYPE_OF[form], exchange);
}
