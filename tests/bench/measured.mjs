import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The largest resident set of a process so far, in MB; zero where the system does not tell. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a program to its end and tells its seconds, its peak memory in MB and what it printed. */
export function measured(program, args, env = {}) {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    let peak = 0;
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (errors += text));
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearInterval(watch);
      if (code !== 0) return fail(new Error(`${program} ${args.join(' ')} ended with ${code}\n${out}\n${errors}`));
      done({ seconds: (performance.now() - started) / 1000, peak, out });
    });
  });
}

/** Loads files into a fresh data folder through the command a person would type. */
export async function loadWithEvenhand(dataFolder, files) {
  const args = ['dist/etl/main.mjs', 'load', 'tests/bench/tickets', '--files', files, '--json'];
  return measured('node', args, { EVENHAND_DATA: dataFolder, EVENHAND_CITY: 'tests/bench/city.yml' });
}
