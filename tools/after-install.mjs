// Runs at the end of every install, inside npm, where node_modules/.bin comes first on PATH: `node` must be the version
// the lock file pins. Leaves a stamp that tells the commands which lock file node_modules was made from.
import { writeFileSync } from 'node:fs';
import { lockStamp, STAMP_FILE } from './lock-stamp.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Evenhand runs on Node.js 24.15 or newer, but this is ${process.version} (${process.execPath}). ` +
      'The install brings Node.js for Linux and Windows by itself; elsewhere install the version named in .node-version, then run the command again.',
  );
  process.exit(1);
}
writeFileSync(STAMP_FILE, lockStamp());
