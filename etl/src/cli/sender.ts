import { addSender, listSenders, revokeSender } from '@evenhand/records';
import type { Command, CommandCall } from './command';
import { table } from './table';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** The one source that is sent over HTTP. */
const SOURCE = 'national-dossiers';

type Act = (call: CommandCall) => Promise<void>;

const nameIn = ({ positionals: [, name = ''] }: Typed): string => name;

const say = ({ typed, terminal }: CommandCall, asJson: object, text: string): void =>
  terminal.out(typed.flag('json') ? JSON.stringify(asJson) : text);

const add: Act = async (call) => {
  const name = nameIn(call.typed);
  const token = await addSender(call.stores.records, { name, source: SOURCE });
  say(
    call,
    { name, source: SOURCE, token },
    `${token}\nThe token of ${name}. It is shown this once; whoever has it can send records of ${SOURCE}.`,
  );
};

const list: Act = async (call) => {
  const senders = await listSenders(call.stores.records);
  const rows = senders.map(({ name, source, createdAt, revokedAt }) => [name, source, createdAt, revokedAt ?? '']);
  say(call, senders, rows.length === 0 ? 'No sender has been added yet.' : table(['sender', 'source', 'created', 'revoked'], rows));
};

const revoke: Act = async (call) => {
  const name = nameIn(call.typed);
  await revokeSender(call.stores.records, name);
  say(call, { name }, `${name} can send nothing any more.`);
};

const ACTS: Readonly<Record<string, Act>> = { add, list, revoke };

function actIn({ positionals: [verb = '', ...rest] }: Typed): Act {
  const act = ACTS[verb];
  if (!act) throw new UsageProblem(`Say what to do with senders: ${Object.keys(ACTS).join(', ')}; not "${verb}".`);
  if (act !== list && rest.length !== 1) throw new UsageProblem(`Say which sender, by its name, for example: sender ${verb} so-tu-phap.`);
  return act;
}

/** `sender add <name> | list | revoke <name>`: who may send records over HTTP. */
export const sender: Command = {
  usage: 'sender add <name> | list | revoke <name> [--json]',
  does: 'says who may send records over HTTP; add prints the token once',
  purpose: 'a change of the senders',
  traced: ['add', 'revoke'],
  options: { json: { type: 'boolean' } },
  check: (typed) => void actIn(typed),
  async run(call) {
    await actIn(call.typed)(call);
    return 0;
  },
};
