module.exports = require('../../jest.node.cjs')('contracts');
