module.exports = require('../../jest.node.cjs')('records');
