import { addToAudit } from '@evenhand/records';
import type { Command, CommandCall } from './command';

/** How a code may look; what somebody typed is otherwise not repeated. */
const CODE = /^[\w.-]{1,60}$/;

const leavesTrace = ({ traced = [] }: Command, { typed: { positionals } }: CommandCall): boolean =>
  traced === 'always' || traced.includes(positionals[0] ?? '');

/**
 * Runs a command. One that changes something or takes records away is told in the audit log before it begins and when it has
 * ended, so that none is ever run without a trace; whoever runs it holds the data folder.
 */
export async function runTraced(name: string, command: Command, call: CommandCall): Promise<number> {
  if (!leavesTrace(command, call)) return command.run(call);
  const what = { typed: call.typed.positionals.filter((word) => CODE.test(word)) };
  const tell = (how: 'begun' | 'ended' | 'failed'): Promise<void> =>
    addToAudit(call.stores.records, [{ at: new Date(), who: 'owner', did: `command ${name} ${how}`, what }]);
  await tell('begun');
  let code = 1;
  try {
    code = await command.run(call);
  } finally {
    await tell(code === 0 ? 'ended' : 'failed');
  }
  return code;
}
