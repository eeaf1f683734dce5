// Runs inside npm scripts, where node_modules/.bin comes first on PATH: `node` must be the version the lock file pins.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Evenhand runs on Node.js 24.15 or newer, but this is ${process.version} (${process.execPath}). ` +
      'The install brings Node.js for Linux and Windows by itself; elsewhere install the version named in .node-version, then run the command again.',
  );
  process.exit(1);
}
