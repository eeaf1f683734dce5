// Asks the registry which packages of the product have known weaknesses. Ends with 0 when none is high or critical, with 1 when
// one is, and with 2 when the registry answers no such question: then nothing is known, and nothing is passed.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const WORST = ['high', 'critical'];
const PATIENCE = ['--fetch-retries=0', '--fetch-timeout=30000'];

function reportOf() {
  const script = process.env['npm_execpath'];
  const [program, first] = script ? [process.execPath, [script]] : ['npm', []];
  const { stdout, error } = spawnSync(program, [...first, 'audit', '--omit=dev', '--json', ...PATIENCE], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: !script && process.platform === 'win32',
  });
  if (error) return { message: error.message };
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: 'npm said nothing that can be read' };
  }
}

/** The packages that a weakness is in; those that only need one of them are left out. */
function weaknessesIn(vulnerabilities) {
  return Object.values(vulnerabilities).flatMap(({ name, via }) =>
    via.filter((one) => typeof one === 'object').map(({ severity, title, url }) => ({ name, severity, title, url })),
  );
}

function say({ metadata, vulnerabilities, message, error }) {
  if (typeof metadata?.vulnerabilities?.total !== 'number') {
    console.error(`The registry answered no audit (${message || error?.summary || 'no reason given'}): nothing is known of weaknesses.`);
    return 2;
  }
  const found = weaknessesIn(vulnerabilities ?? {});
  const worst = found.filter(({ severity }) => WORST.includes(severity));
  for (const { name, severity, title, url } of found) console.log(`${severity}: ${name}: ${title} (${url})`);
  const asked = metadata.dependencies?.prod ?? 0;
  const rest = found.length - worst.length;
  console.log(`${asked} packages of the product: ${worst.length} weaknesses that are high or critical, ${rest} others.`);
  return worst.length > 0 ? 1 : 0;
}

process.exitCode = say(reportOf());
