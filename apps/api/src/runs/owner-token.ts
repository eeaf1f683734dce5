import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataFolder } from '@evenhand/data-folder';
import { DATA_FOLDER } from '../connections';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who can read the data folder may hand work to its owner: the token lies there. */
@Injectable()
export class OwnerToken {
  private token: string | undefined;

  constructor(@Inject(DATA_FOLDER) private readonly folder: DataFolder) {}

  /** Leaves the server's address and a token in the data folder. */
  publish(url: string): void {
    this.token = this.folder.takeWorkAt(url);
  }

  /** Takes the same time for every wrong token. */
  accepts(token: string): boolean {
    return this.token !== undefined && timingSafeEqual(digest(token), digest(this.token));
  }
}
