import { STANDARDS, Standards, standardNamed } from '@evenhand/metrics';
import { listStandardChanges, type StandardChange } from '@evenhand/records';
import { cityDay } from '../feeds';
import { changeStandard } from '../standards/change-standard';
import type { Command, CommandCall } from './command';
import { table } from './table';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** Who holds the data folder; there are no accounts on the command line. */
const OWNER = 'owner';

const say = ({ typed, terminal }: CommandCall, asJson: unknown, text: string): void =>
  terminal.out(typed.flag('json') ? JSON.stringify(asJson) : text);

const written = (limits: Readonly<Record<string, number>> | null): string =>
  limits === null
    ? 'not in force'
    : Object.entries(limits)
        .toSorted()
        .map(([id, value]) => `${id}=${value}`)
        .join(' ');

const standardsOf = ({ stores: { warehouse, city } }: CommandCall): Standards => new Standards(warehouse, city.settings);

const todayOf = ({ stores: { city } }: CommandCall): string => cityDay(new Date(), city.settings.zone);

function idIn({ positionals: [verb, id] }: Typed): string {
  if (id === undefined) throw new UsageProblem(`Say which standard, for example: standard ${verb} waiting_time.`);
  return standardNamed(id).id;
}

function required(typed: Typed, option: string, why: string): string {
  const text = typed.text(option)?.trim();
  if (!text) throw new UsageProblem(`${why} with --${option}.`);
  return text;
}

function limitOf(pair: string): readonly [string, number] {
  const [, id, value] = /^([A-Za-z]\w*)=(-?\d+(?:\.\d+)?)$/.exec(pair) ?? [];
  if (id === undefined || value === undefined) throw new UsageProblem(`"${pair}" is no number of a standard; write it as minutes=15.`);
  return [id, Number(value)];
}

const limitsIn = ({ positionals }: Typed): Record<string, number> => Object.fromEntries(positionals.slice(2).map(limitOf));

type Act = (call: CommandCall) => Promise<void>;

const list: Act = async (call) => {
  const all = standardsOf(call).list(await listStandardChanges(call.stores.records), todayOf(call));
  const rows = all.map(({ id, label, data, limits }) => [id, label.en, data === 'missing' ? 'no data' : written(limits)]);
  say(call, all, table(['standard', 'what it is about', 'today'], rows));
};

const show: Act = async (call) => {
  const id = idIn(call.typed);
  const standards = standardsOf(call);
  const info = standards.describe(id, await listStandardChanges(call.stores.records), todayOf(call));
  const examples = await standards.examples(id);
  const versions = info.versions.map(({ from, to, limits, citation, edit }) => [
    from,
    to ?? '',
    written(limits),
    edit === null ? (citation?.instrument.en ?? '') : `${edit.madeBy}: ${edit.reason}`,
  ]);
  const checks = examples.map(({ title, isGreen }) => `${isGreen ? 'green' : 'RED'}  ${title.en}`);
  const text = [info.promise.en, info.needs?.en ?? '', table(['from', 'to', 'numbers', 'by'], versions), ...checks];
  say(call, { ...info, examples }, text.filter((line) => line !== '').join('\n'));
};

const set: Act = async (call) => {
  const { typed, stores } = call;
  const edit = {
    effectiveFrom: required(typed, 'from', 'Say from which day on'),
    limits: limitsIn(typed),
    isRetroactive: typed.flag('retroactive'),
  };
  const author = { madeBy: OWNER, reason: required(typed, 'reason', 'Say why; it is kept with the change:') };
  const change = await changeStandard(stores, idIn(typed), edit, author);
  say(
    call,
    change,
    `Change ${change.id}: from ${change.effectiveFrom} on ${written(change.limits)}. Earlier days are judged as they were.`,
  );
};

const historyRow = ({ id, standard: of, effectiveFrom, limits, madeAt, madeBy, reason }: StandardChange): readonly string[] => [
  String(id),
  of,
  effectiveFrom,
  written(limits),
  madeAt.toISOString(),
  madeBy,
  reason,
];

const history: Act = async (call) => {
  const of = call.typed.positionals[1] === undefined ? undefined : idIn(call.typed);
  const changes = (await listStandardChanges(call.stores.records)).filter(({ standard: id }) => of === undefined || id === of);
  const rows = changes.map(historyRow);
  say(
    call,
    changes,
    rows.length === 0 ? 'Nobody has changed a standard.' : table(['change', 'standard', 'from', 'numbers', 'at', 'by', 'why'], rows),
  );
};

const ACTS: Readonly<Record<string, Act>> = { list, show, set, history };

function actIn({ positionals: [verb = ''] }: Typed): Act {
  const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined;
  if (!act) throw new UsageProblem(`Say what to do with the standards: ${Object.keys(ACTS).join(', ')}; not "${verb}".`);
  return act;
}

/** `standard …`: the rules by which the city is judged, their numbers and every change of them. */
export const standard: Command = {
  usage:
    'standard list | show <standard> | set <standard> minutes=15 --from <day> --reason "…" [--retroactive] | history [<standard>] [--json]',
  does: `shows the ${STANDARDS.length} service standards and sets their numbers anew from a day on; keeps who changed what and why`,
  purpose: 'a change of a standard',
  traced: ['set'],
  options: { from: { type: 'string' }, reason: { type: 'string' }, retroactive: { type: 'boolean' }, json: { type: 'boolean' } },
  check: (typed) => {
    if (actIn(typed) !== set) return;
    limitsIn(typed);
    required(typed, 'from', 'Say from which day on');
    required(typed, 'reason', 'Say why; it is kept with the change:');
  },
  async run(call) {
    await actIn(call.typed)(call);
    return 0;
  },
};
