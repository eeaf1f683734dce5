// npm run bench -- <name> [--json]. Each bench prints figures next to a baseline measured in the same run; a ratio says
// more than a second, which depends on the machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers } from './answers.mjs';
import { exported } from './export.mjs';
import { incremental } from './incremental.mjs';
import { load } from './load.mjs';
import { memory } from './memory.mjs';
import { morning } from './morning.mjs';
import { page } from './page.mjs';
import { screens } from './screens.mjs';

const benches = { load, memory, incremental, morning, page, answers, export: exported, screens };
const args = process.argv.slice(2);
const isJson = args.includes('--json');
const [name] = args.filter((arg) => !arg.startsWith('--'));
const bench = benches[name];
if (!bench) {
  console.error(`Name a bench: ${Object.keys(benches).join(', ')}. Options: --json, --rows <count>, --people <count>.`);
  process.exit(1);
}
const told = (option) =>
  args.find((arg) => arg.startsWith(`--${option}=`))?.slice(option.length + 3) ??
  (args.includes(`--${option}`) ? args[args.indexOf(`--${option}`) + 1] : undefined);
const rows = Number(told('rows') ?? 10_000_000);
const people = Number(told('people') ?? 300);

const round = (value) => (value === null ? null : Number(value.toPrecision(4)));

/** One line per figure; `ratio` is value ÷ baseline. */
function figure({ case: title, value, unit, baseline = null }) {
  const line = {
    bench: name,
    case: title,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: baseline ? round(value / baseline) : null,
  };
  if (isJson) return console.log(JSON.stringify(line));
  const ratio = line.ratio === null ? '' : `  ${String(line.ratio).padStart(8)} × of ${line.baseline}`;
  console.log(`${title.padEnd(64)} ${String(line.value).padStart(10)} ${unit.padEnd(7)}${ratio}`);
}

const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
try {
  await bench({ folder, rows, people, figure, say: (text) => console.error(text) });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
