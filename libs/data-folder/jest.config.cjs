module.exports = require('../../jest.node.cjs')('data-folder');
