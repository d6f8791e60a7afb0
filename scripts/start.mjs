/**
 * `npm start`: installs what is missing, builds what has changed, serves the page and prints its
 * address until it is stopped. `npm start -- --port 8080 --host 0.0.0.0 --isolated` (see
 * `scripts/serve.ts`).
 */
import { spawn } from 'node:child_process';
import { build, install, ROOT } from './lib/project.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!(await install())) {
  console.error('The packages could not be installed: see the lines above.');
  process.exit(1);
}
if (!(await build())) {
  console.error('The page could not be built: see the lines above.');
  process.exit(1);
}

const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/serve.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
