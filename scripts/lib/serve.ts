/**
 * A static file server for the built page, as a plain host would serve it: gzip, no rewriting,
 * long caching for hashed assets only.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
};
/** Compressed already: a second time only costs time. */
const PACKED = new Set(['.png', '.woff2', '.gz', '.zip']);

export interface ServeOptions {
  port: number;
  host?: string;
  /** Path the page is mounted at; begins and ends with a slash. */
  base?: string;
  /** Files that this host does not have. */
  without?: readonly string[];
  /** Sends the headers that make the page cross-origin isolated (wasm threads). */
  isolated?: boolean;
}

export interface Server {
  url: string;
  close(): Promise<void>;
}

/** Whether nothing listens on `port` of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createSocket();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** The first free port of the twenty from `first` on, else (or with 0) one the system gives. */
export async function freePort(first = 0): Promise<number> {
  for (let port = first; first > 0 && port < first + 20; port++) {
    if (await isFree(port)) return port;
  }
  return new Promise((resolve, reject) => {
    const probe = createSocket();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const compress = promisify(gzip);

/**
 * Serves `folder` until closed.
 *
 * @throws when the port is taken (`EADDRINUSE`).
 */
export async function serve(folder: string, options: ServeOptions): Promise<Server> {
  const { port, host = 'localhost', base = '/', isolated = false, without = [] } = options;
  const packed = new Map<string, { modified: number; body: Buffer }>();

  /** Gzipped file, kept until the file changes. */
  async function gzipped(file: string, modified: number): Promise<Buffer> {
    const known = packed.get(file);
    if (known?.modified === modified) return known.body;
    const body = await compress(await readFile(file));
    packed.set(file, { modified, body });
    return body;
  }

  /** The file a request names, or null when it names none inside `folder`. */
  function fileOf(request: IncomingMessage): string | null {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const name = decodeURIComponent(pathname);
    if (!name.startsWith(base) || name.includes('\0')) return null;
    const inside = name.slice(base.length);
    if (without.includes(inside)) return null;
    const file = path.join(
      folder,
      inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside,
    );
    return file.startsWith(folder + path.sep) ? file : null;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = fileOf(request);
    const found = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !found?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    const extension = path.extname(file);
    response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Cache-Control',
      file.startsWith(path.join(folder, 'assets') + path.sep)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    );
    const etag = `"${found.size.toString(36)}-${found.mtimeMs.toString(36)}"`;
    response.setHeader('ETag', etag);
    if (isolated) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    const wantsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (wantsGzip && !PACKED.has(extension)) {
      const body = await gzipped(file, found.mtimeMs);
      response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Content-Length', body.length);
      response.end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    response.setHeader('Content-Length', found.size);
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const shown = host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
