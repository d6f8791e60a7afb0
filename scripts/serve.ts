/**
 * Serves the built page: `tsx scripts/serve.ts [--port N] [--host H] [--base /x/] [--isolated]`.
 * Without `--port` the first free one from 4173 on is taken.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, serve } from './lib/serve';

const FIRST_PORT = 4173;
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string', default: 'localhost' },
    base: { type: 'string', default: '/' },
    isolated: { type: 'boolean', default: false },
  },
});

const port = values.port === undefined ? await freePort(FIRST_PORT) : Number(values.port);
const server = await serve(path.resolve(import.meta.dirname, '../dist'), {
  port,
  host: values.host,
  base: values.base,
  isolated: values.isolated,
});
console.log(`\nCMML Explorable is at ${server.url}\nStop it with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void server.close().then(() => process.exit(0)));
}
