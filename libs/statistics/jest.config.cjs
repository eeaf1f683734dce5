module.exports = require('../../jest.node.cjs')('statistics');
