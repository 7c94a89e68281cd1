/** To stderr: the standard output of `fil` may be data that someone pipes on. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a step; says its name and time when it takes more than a second, and that it goes on every ten seconds. */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  let announced = false;
  const announce = setTimeout(() => {
    announced = true;
    say(`${name} …`);
  }, 1000);
  const remind = setInterval(() => say(`  … still at it (${seconds()})`), 10_000);
  try {
    return await work();
  } finally {
    clearTimeout(announce);
    clearInterval(remind);
    if (announced) say(`  done in ${seconds()}`);
  }
}
