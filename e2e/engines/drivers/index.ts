/** Opens the driver that goes with what was found. */
import type { Candidate } from '../../../scripts/browsers/engines';
import type { Driver } from './driver';
import { openFirefox } from './marionette';
import { openByPlaywright } from './playwright';
import { openWebKitGtk } from './webkit-gtk';

const OPEN: Record<Candidate['drivenBy'], (candidate: Candidate) => Promise<Driver>> = {
  playwright: openByPlaywright,
  marionette: openFirefox,
  webkitdriver: openWebKitGtk,
};

/** @throws when the browser does not start */
export const openDriver = (candidate: Candidate): Promise<Driver> =>
  OPEN[candidate.drivenBy](candidate);

/** The version of a browser that could be driven; `findEngine` tries candidates by it. @throws when it does not start */
export async function driveOnce(candidate: Candidate): Promise<string> {
  const driver = await openDriver(candidate);
  await driver.close();
  return driver.version;
}

export type { Driver, Point } from './driver';
