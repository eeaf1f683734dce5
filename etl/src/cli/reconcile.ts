import { addDays, timeRange, type TimeRange } from '@evenhand/domain';
import { cityDay, cityNow } from '../feeds';
import { reconciliation, type ReconciliationFound } from '../reconciliation';
import type { Command, CommandCall } from './command';
import { table } from './table';

const DAYS = 28;

async function rangeIn({ stores, typed }: CommandCall): Promise<TimeRange> {
  const { zone, isSimulated } = stores.city.settings;
  const to = typed.text('to') ?? addDays(cityDay(await cityNow(stores.warehouse, { isSimulated, now: new Date() }), zone), 1);
  return timeRange(typed.text('from') ?? addDays(to, -DAYS), to);
}

const NO_COUNTS = 'No source has counted its cases in this time; load such counts with etl/sources/source-counts.';
const NO_COPY = 'No national copy has been loaded; load one with etl/sources/national-copy.';

function countLines({ counts, days }: ReconciliationFound): string[] {
  if (counts.length === 0) return [NO_COUNTS];
  const sums = counts.map((one) => [one.source, one.entity, one.days, one.agreeing, one.counted, one.held]);
  const rows = days.map((one) => [one.source, one.entity, one.point, one.day, one.counted, one.held, one.quarantined]);
  return [
    table(['source', 'entity', 'days of points', 'agreeing', 'counted there', 'held here'], sums),
    ...(rows.length === 0 ? [] : ['', table(['source', 'entity', 'point', 'day', 'counted there', 'held here', 'in quarantine'], rows)]),
  ];
}

function copyLines({ national, dossiers }: ReconciliationFound): string[] {
  if (!national) return [NO_COPY];
  const { here, there, same, missingThere, missingHere, masked, statusDiffers } = national;
  const headings = ['held here', 'held there', 'same', 'missing there', 'missing here', 'masked as settled', 'other status'];
  const rows = dossiers.map((one) => [one.kind, one.dossier, one.point, one.receivedOn, String(one.here ?? ''), String(one.there ?? '')]);
  return [
    table(headings, [[here, there, same, missingThere, missingHere, masked, statusDiffers]]),
    ...(rows.length === 0 ? [] : ['', table(['difference', 'dossier', 'point', 'received', 'status here', 'status there'], rows)]),
  ];
}

/** `reconcile`: the counts of the sources and the national copy against the warehouse. */
export const reconcile: Command = {
  usage: 'reconcile [--from <day>] [--to <day>] [--limit <number>] [--json]',
  does: `holds what the sources count and what the national portal holds against the warehouse, of the last ${DAYS} days; ends with 1 when they differ`,
  purpose: 'a reconciliation',
  options: { from: { type: 'string' }, to: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } },
  check: (typed) => void typed.count('limit', 20),
  async run(call) {
    const all = await reconciliation(call.stores.warehouse, await rangeIn(call), call.typed.count('limit', 20));
    call.terminal.out(call.typed.flag('json') ? JSON.stringify(all) : [...countLines(all), '', ...copyLines(all)].join('\n'));
    return all.days.length + all.dossiers.length === 0 ? 0 : 1;
  },
};
