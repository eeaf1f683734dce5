const path = require('node:path');

// Jest's own sequencer comes with it, at whichever place the package manager put it.
const place = require.resolve('@jest/test-sequencer', { paths: [path.dirname(require.resolve('jest'))] });
const { default: Sequencer } = require(place);

/** Specs that take a minute or so: begun last, they would leave the other worker idle that long. A clean clone has no timings. */
const LONG = [
  'etl/src/load/kill.spec.ts',
  'etl/src/simulated/planted.spec.ts',
  'tests/servers/killed-pull.servers.ts',
  'tests/data/fines.data.ts',
  'tests/e2e/city.e2e.ts',
];

const isLong = (test) => LONG.some((name) => test.path.replaceAll('\\', '/').endsWith(name));

/** Begins with the long specs and leaves the rest in Jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const ordered = super.sort(tests);
    return [...ordered.filter(isLong), ...ordered.filter((test) => !isLong(test))];
  }
};
