// A server over fresh stores starts in a second or two, on a busy machine in more than the five that Jest allows.
module.exports = { ...require('../../jest.node.cjs')('api'), testTimeout: 120_000 };
