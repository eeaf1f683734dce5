const { mkdirSync, readdirSync, rmSync, statfsSync } = require('node:fs');
const path = require('node:path');
const process = require('node:process');

const MEMORY = '/dev/shm';
const PREFIX = 'evenhand-tests-';
const ENOUGH_BYTES = 8 * 1024 ** 3;

function freeMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, process.availableMemory());
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code === 'EPERM';
  }
}

function removeThoseOfTheDead() {
  for (const name of readdirSync(MEMORY))
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length))))
      rmSync(path.join(MEMORY, name), { recursive: true, force: true });
}

/**
 * Puts the temporary files of this process and of those it starts into memory, where there is plenty of it: hundreds of
 * stores are made and removed, and removing files from a disk takes longer than all that is done with them.
 */
module.exports = function useMemoryFolder() {
  if (process.env.TMPDIR || freeMemory() < ENOUGH_BYTES) return;
  removeThoseOfTheDead();
  const folder = path.join(MEMORY, `${PREFIX}${process.pid}`);
  mkdirSync(folder);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
};
