// Runs before everything else, on whatever Node there is: says what to do when it is too old.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    [
      `This program needs Node 24.12 or newer; this is ${process.versions.node}.`,
      ...whatToDo(nodeThatCameAlong()),
    ].join('\n'),
  );
  process.exit(1);
}

function whatToDo(found) {
  if (found !== null) {
    return [
      `Node 26 came along, as ${found}.`,
      'npm and npx find it in a project (`npm start`, `npx user-gateway`); elsewhere run that one, or install a newer Node.',
    ];
  }
  return [
    '`npm ci` brings Node 26 along on Linux (x64, arm64) and macOS (arm64), unless optional packages are left out.',
    'Run `npm ci` again without --omit=optional, or install a newer Node.',
  ];
}

/** Its path; null when there is none. */
function nodeThatCameAlong() {
  const system = process.platform === 'darwin' ? 'node-bin-darwin' : `node-${process.platform}`;
  try {
    return require.resolve(`${system}-${process.arch}/bin/node`);
  } catch {
    return null;
  }
}
