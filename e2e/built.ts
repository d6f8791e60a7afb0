/** A copy of the built page on a server of its own, for tests that take it away or change it. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, serve, type ServeOptions } from '../scripts/lib/serve';

const BUILT = process.env.CMML_DIST ?? path.resolve(import.meta.dirname, '../dist');

export interface Copy {
  folder: string;
  url: string;
  close(): Promise<void>;
}

export async function serveCopy(options: Omit<ServeOptions, 'port'> = {}): Promise<Copy> {
  const parent = await mkdtemp(path.join(tmpdir(), 'cmml-'));
  const folder = path.join(parent, 'dist');
  await cp(BUILT, folder, { recursive: true });
  const server = await serve(folder, { ...options, port: await freePort() });
  return {
    folder,
    url: server.url,
    async close() {
      await server.close();
      await rm(parent, { recursive: true });
    },
  };
}
