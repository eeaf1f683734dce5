import { addSender, listSenders, revokeSender } from '@evenhand/records';
import { openStores, type Stores } from '../stores';
import type { Arguments, Command } from './command';
import { table } from './table';
import { UsageProblem } from './usage-problem';

/** The one source that is sent over HTTP. */
const SOURCE = 'national-dossiers';

type Act = (stores: Stores, args: Arguments) => Promise<void>;

const nameIn = ({ positionals: [, name = ''] }: Arguments): string => name;

const say = ({ json }: Arguments, asJson: object, text: string): void => console.log(json ? JSON.stringify(asJson) : text);

const add: Act = async ({ records }, args) => {
  const name = nameIn(args);
  const token = await addSender(records, { name, source: SOURCE });
  say(
    args,
    { name, source: SOURCE, token },
    `${token}\nThe token of ${name}. It is shown this once; whoever has it can send records of ${SOURCE}.`,
  );
};

const list: Act = async ({ records }, args) => {
  const senders = await listSenders(records);
  const rows = senders.map(({ name, source, createdAt, revokedAt }) => [name, source, createdAt, revokedAt ?? '']);
  say(args, senders, rows.length === 0 ? 'No sender has been added yet.' : table(['sender', 'source', 'created', 'revoked'], rows));
};

const revoke: Act = async ({ records }, args) => {
  const name = nameIn(args);
  await revokeSender(records, name);
  say(args, { name }, `${name} can send nothing any more.`);
};

const ACTS: Readonly<Record<string, Act>> = { add, list, revoke };

/** `sender add <name> | list | revoke <name>`: who may send records over HTTP. */
export const sender: Command = {
  usage: 'sender add <name> | list | revoke <name> [--json]',
  does: 'says who may send records over HTTP; add prints the token once',
  async run(args) {
    const [verb = ''] = args.positionals;
    const act = ACTS[verb];
    if (!act) throw new UsageProblem(`Say what to do with senders: ${Object.keys(ACTS).join(', ')}; not "${verb}".`);
    if (act !== list && args.positionals.length !== 2)
      throw new UsageProblem(`Say which sender, by its name, for example: sender ${verb} so-tu-phap.`);
    const stores = await openStores(args.env, 'a change of the senders');
    try {
      await act(stores, args);
      return 0;
    } finally {
      await stores.close();
    }
  },
};
