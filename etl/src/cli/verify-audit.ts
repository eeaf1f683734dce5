import { type AuditHead, verifyAudit } from '@evenhand/records';
import type { Command } from './command';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

const HEAD = /^([1-9]\d{0,9}):([0-9a-f]{64})$/;

function notedIn(typed: Typed): AuditHead | undefined {
  const text = typed.text('head');
  if (text === undefined) return undefined;
  const [, id, hash] = HEAD.exec(text) ?? [];
  if (id === undefined || hash === undefined)
    throw new UsageProblem(`--head must be the number and the hash of an entry, as an earlier check printed them, not "${text}".`);
  return { id: Number(id), hash };
}

/** `verify-audit`: follows the audit log from its first entry to its last; ends with 1 when one was changed, removed or put in. */
export const verifyAuditCommand: Command = {
  usage: 'verify-audit [--head <number>:<hash>]',
  does: 'follows the audit log from its first entry to its last, names the first that was changed, and prints the last for safe keeping',
  purpose: 'a check of the audit log',
  options: { head: { type: 'string' } },
  check: (typed) => void notedIn(typed),
  async run({ stores, typed, terminal }) {
    const { entries, head, broken } = await verifyAudit(stores.records, notedIn(typed));
    if (broken) {
      terminal.err(`The audit log is broken at entry ${broken.id}: ${broken.why} ${entries} entries before it are as they were written.`);
      return 1;
    }
    terminal.out(`${entries} entries follow from one another.`);
    if (head) terminal.out(`Keep the last one elsewhere, for the next check: --head ${head.id}:${head.hash}`);
    return 0;
  },
};
