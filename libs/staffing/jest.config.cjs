module.exports = require('../../jest.node.cjs')('staffing');
