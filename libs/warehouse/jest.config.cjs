module.exports = require('../../jest.node.cjs')('warehouse');
