import { Injectable } from '@nestjs/common';
import type { RowsExport } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import type { Response } from 'express';
import { FileSender } from '../exports/file-sender';
import { RowsFile } from './rows-file';

/** Makes the file of cases that is wanted and sends it. */
@Injectable()
export class RowsExports {
  constructor(
    private readonly files: RowsFile,
    private readonly sender: FileSender,
  ) {}

  async send(query: RowsExport, { site, scope }: { readonly site: string; readonly scope: Scope }, response: Response): Promise<void> {
    await this.sender.send(await this.files.make(query, site, scope), response);
  }
}
