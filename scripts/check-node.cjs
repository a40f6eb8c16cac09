// Runs before `npm start` and `npm test`, on whatever Node there is: says what to do when it is too old.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    [
      `This program needs Node 24.12 or newer; this is ${process.versions.node}.`,
      '`npm ci` brings Node 26 along on Linux (x64, arm64) and macOS (arm64), unless optional packages are left out.',
      'Run `npm ci` again without --omit=optional, or install a newer Node.',
    ].join('\n'),
  );
  process.exit(1);
}
