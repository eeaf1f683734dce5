/** What spans projects and needs no build. */
module.exports = require('../jest.node.cjs')('tests');
