/** Said before anything else is loaded: an old Node would fail with a syntax error that explains nothing. */
export function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  console.error(`Fil rouge needs Node.js ${major}.${minor} or later; this is ${process.versions.node}.`);
  process.exit(1);
}
