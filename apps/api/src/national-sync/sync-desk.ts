import { Inject, Injectable } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { STORES } from '../connections';
import { KnownDossiers } from './known-dossiers';
import { Landing } from './landing';
import { LandingLoader } from './landing-loader';
import { readSyncCall, type SyncCall } from './sync-call';
import type { SyncReply } from './sync-reply';
import { SYNC_CODES, SyncRefusal } from './sync-refusal';
import { withoutPersons } from './without-persons';

const MOST_NAMED = 5;

const alreadyThere = (dossiers: readonly string[]): SyncRefusal => {
  const more = dossiers.length > MOST_NAMED ? ` và ${dossiers.length - MOST_NAMED} hồ sơ khác` : '';
  const named = dossiers.slice(0, MOST_NAMED).join(', ');
  return new SyncRefusal(SYNC_CODES.exists, `Hồ sơ ${named}${more} đã tồn tại; hãy gửi lại với isUpdating là "True".`);
};

/** Takes calls of senders: what it has accepted is on the disk and will be loaded. */
@Injectable()
export class SyncDesk {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly known: KnownDossiers,
    private readonly landing: Landing,
    private readonly loader: LandingLoader,
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  /** Throws {@link SyncRefusal} when nothing of the call is taken. */
  async accept(sender: string, body: string): Promise<SyncReply> {
    const call = readSyncCall(body, (told) => withoutPersons(told, this.stores.pseudonyms));
    this.landing.refuseWhenFull(sender, Buffer.byteLength(call.text));
    await this.inTurn(sender, () => this.keep(sender, call));
    this.loader.wake();
    return { error_code: SYNC_CODES.accepted, message: `Đã nhận ${call.records} bản ghi.` };
  }

  private async keep(sender: string, call: SyncCall): Promise<void> {
    const known = call.isFirstTelling ? await this.known.among(sender, call.dossiers) : [];
    if (known.length > 0) throw alreadyThere(known);
    await this.landing.keep(sender, { service: call.service, text: call.text, subjects: call.dossiers });
  }

  /** One call of a sender after the other, so that two cannot both tell a dossier for the first time. */
  private inTurn(sender: string, job: () => Promise<void>): Promise<void> {
    const turn = (this.turns.get(sender) ?? Promise.resolve()).then(job, job);
    this.turns.set(
      sender,
      turn.catch(() => undefined),
    ); // whoever sent the call hears of its failure
    return turn;
  }
}
