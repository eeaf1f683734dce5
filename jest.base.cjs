const { readFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const { compilerOptions } = JSON.parse(readFileSync(path.join(__dirname, 'tsconfig.base.json'), 'utf8'));

// Outlives the run, unlike the temporary files of tests.
const CACHE = path.join(tmpdir(), 'evenhand-jest');

/**
 * What every Jest project has: a name, counts left for the sum that closes a test command, and the aliases of the layers.
 * Opening embedded stores takes seconds where other work runs beside; no test judges speed by its time limit.
 */
module.exports = (name) => ({
  displayName: name,
  testTimeout: 60_000,
  cacheDirectory: CACHE,
  reporters: ['default', [path.join(__dirname, 'tools/jest-counts.cjs'), { name }]],
  moduleNameMapper: Object.fromEntries(
    Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, path.join(__dirname, file)]),
  ),
});
