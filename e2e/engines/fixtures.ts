/**
 * A journey's `test`: a browser of its own for each, as a visitor has, so that nothing kept by one is
 * found by another. WebKit serves all pages of a machine by one process: after twelve journeys it held
 * more than a gigabyte.
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
  driver: Driver;
  host: Server;
  hand: Hand;
  workbench: Workbench;
}

interface WorkerOptions {
  /** The browser as `scripts/engines.ts` found it, or why there is none. */
  engine: Candidate | string;
}

export const test = base.extend<Fixtures, WorkerOptions>({
  device: [{ width: 1440, height: 900, hands: 'mouse' }, { option: true }],
  keepsItself: [false, { option: true }],
  engine: ['no engine was named', { option: true, scope: 'worker' }],
  driver: async ({ engine }, use) => {
    test.skip(typeof engine === 'string', `no browser of this engine: ${String(engine)}`);
    const driver = await openDriver(engine as Candidate);
    await use(driver);
    await driver.close();
  },
  host: async ({ keepsItself }, use) => {
    const without = keepsItself ? [] : ['sw.js'];
    const server = await serve(DIST, { port: await freePort(), without });
    await use(server);
    await server.close();
  },
  hand: async ({ driver, device }, use, info) => {
    const hand = new Hand(driver);
    await hand.goto('about:blank');
    await driver.resize(device.width, device.height, device.hands);
    await use(hand);
    if (info.status !== info.expectedStatus) {
      const picture = await driver.screenshot().catch(() => null);
      if (picture) await info.attach('screenshot', { body: picture, contentType: 'image/png' });
    }
  },
  workbench: async ({ hand, host }, use) => {
    await use(new Workbench(hand, host.url));
    // Whatever a journey did, the page must not have had to say that something went wrong.
    const errors = await hand.texts('.notice-error').catch(() => []);
    expect(errors, 'errors that the page reports').toEqual([]);
  },
});

export { expect };
