import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the process that owns a data folder takes work from other processes of the same user. */
export interface OwnerAddress {
  readonly pid: number;
  /** Loopback address of the owner, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Proves that the caller can read the folder. New for every owner. */
  readonly token: string;
}

const fileIn = (path: string): string => join(path, 'owner.json');

/** Leaves the owner's address in the folder, readable by its user only. */
export const writeOwner = (path: string, address: OwnerAddress): void =>
  writeFileSync(fileIn(path), JSON.stringify(address), { mode: 0o600 });

/** The address the running owner left, if it takes work at all. Ask only after a claim was refused: an old file may remain. */
export function ownerOf(path: string): OwnerAddress | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(path), 'utf8')) as OwnerAddress;
  } catch {
    return undefined; // no owner has ever published an address here
  }
}
