/** Leaves the counts of a Jest run in tmp/test-counts, for the sum that closes a test command. */
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

module.exports = class JestCounts {
  constructor(config, { name }) {
    this.name = name;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numFailedTestSuites, testResults }) {
    const broken = testResults.filter(({ testExecError }) => testExecError).length;
    const folder = path.join(__dirname, '..', 'tmp', 'test-counts');
    mkdirSync(folder, { recursive: true });
    const failed = numFailedTests + Math.max(broken, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0);
    writeFileSync(path.join(folder, `${this.name}.json`), JSON.stringify({ passed: numPassedTests, failed }));
  }
};
