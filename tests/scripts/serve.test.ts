import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, serve, type Server } from '../../scripts/lib/serve';

let folder: string;
let server: Server;

beforeAll(async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'serve-'));
  folder = path.join(outside, 'dist');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(outside, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'index.html'), '<p>page</p>');
  await writeFile(path.join(folder, 'assets/a-1.js'), 'export default 1;');
  server = await serve(folder, { port: 0, base: '/below/', isolated: true });
});
afterAll(() => server.close());

/** Status of a raw path: `fetch` would tidy `..` away before sending it. */
function rawStatus(rawPath: string): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path: rawPath }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('serve', () => {
  it('serves the index below its base, gzipped, with the isolation headers', async () => {
    const response = await fetch(server.url);
    expect(await response.text()).toBe('<p>page</p>');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets browsers keep hashed assets', async () => {
    const response = await fetch(`${server.url}assets/a-1.js`);
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('has nothing outside its base and its folder', async () => {
    expect(await rawStatus('/')).toBe(404);
    expect(await rawStatus('/below/../secret.txt')).toBe(404);
    expect(await rawStatus('/below/..%2fsecret.txt')).toBe(404);
    expect(await rawStatus('/below/%2e%2e/secret.txt')).toBe(404);
    expect(await rawStatus('/below/assets')).toBe(404);
  });

  // A file of Linux that opens but cannot be read from its start.
  it.runIf(existsSync('/proc/self/mem'))('outlives a file that cannot be read', async () => {
    await symlink('/proc/self/mem', path.join(folder, 'broken.png'));
    await fetch(`${server.url}broken.png`).then(
      (answer) => answer.arrayBuffer().catch(() => null),
      () => null,
    );
    expect((await fetch(server.url)).status).toBe(200);
  });

  it('gives a file anew after it changed', async () => {
    const page = path.join(folder, 'later.html');
    await writeFile(page, 'first');
    expect(await (await fetch(`${server.url}later.html`)).text()).toBe('first');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(page, 'second');
    expect(await (await fetch(`${server.url}later.html`)).text()).toBe('second');
  });
});

describe('freePort', () => {
  it('passes over a port in use', async () => {
    const first = await freePort(4500);
    const other = await serve(folder, { port: first });
    expect(await freePort(first)).not.toBe(first);
    await other.close();
  });
});
