// Real engines start in seconds, or in many when other test runs share the machine.
module.exports = { ...require('../jest.node.cjs')('etl'), testTimeout: 120_000 };
