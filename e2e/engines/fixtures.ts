/**
 * A journey's `test`: one browser for all journeys of an engine, and for each journey an address
 * (host and port) that no journey had before, so that nothing kept by one is found by another.
 */
import { test as base, expect } from '@playwright/test';
import path from 'node:path';
import type { Candidate } from '../../scripts/browsers/engines';
import { freePort, serve, type Server } from '../../scripts/lib/serve';
import { openDriver, type Driver } from './drivers';
import { Hand } from './hand';
import { Workbench } from './workbench';

const DIST = process.env.CMML_DIST ?? path.resolve(import.meta.dirname, '../../dist');

export interface Device {
  width: number;
  height: number;
  hands: 'mouse' | 'finger';
}

interface Options {
  device: Device;
  /** Whether the page may keep itself for use without a network; only one journey needs that. */
  keepsItself: boolean;
}

interface Fixtures extends Options {
  host: Server;
  hand: Hand;
  workbench: Workbench;
}

interface WorkerFixtures {
  /** The browser as `scripts/engines.ts` found it, or why there is none. */
  engine: Candidate | string;
  driver: Driver | null;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  device: [{ width: 1440, height: 900, hands: 'mouse' }, { option: true }],
  keepsItself: [false, { option: true }],
  engine: ['no engine was named', { option: true, scope: 'worker' }],
  driver: [
    async ({ engine }, use) => {
      const driver = typeof engine === 'string' ? null : await openDriver(engine);
      await use(driver);
      await driver?.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  host: async ({ keepsItself }, use) => {
    const without = keepsItself ? [] : ['sw.js'];
    const server = await serve(DIST, { port: await freePort(), without });
    await use(server);
    await server.close();
  },
  hand: async ({ driver, engine, device }, use, info) => {
    test.skip(driver === null, `no browser of this engine: ${String(engine)}`);
    const hand = new Hand(driver!);
    await hand.goto('about:blank');
    await driver!.resize(device.width, device.height, device.hands);
    await use(hand);
    if (info.status !== info.expectedStatus) {
      const picture = await driver!.screenshot().catch(() => null);
      if (picture) await info.attach('screenshot', { body: picture, contentType: 'image/png' });
    }
    await hand.goto('about:blank');
  },
  workbench: async ({ hand, host }, use) => {
    await use(new Workbench(hand, host.url));
    // Whatever a journey did, the page must not have had to say that something went wrong.
    const errors = await hand.texts('.notice-error').catch(() => []);
    expect(errors, 'errors that the page reports').toEqual([]);
  },
});

export { expect };
