/** Which panel of the workbench shows which parts; the name is the panel's (`Panel`). */
import type { Part } from './lesson';

const PANEL_PARTS: Readonly<Record<string, readonly Part[]>> = {
  'support-set': ['support'],
  context: ['context'],
  backbone: ['hybrid', 'modulation', 'backbone'],
  recommendations: ['recommendations'],
  training: ['training'],
  race: ['race'],
};

/** The `data-part` of a panel; undefined for panels that no word speaks of. */
export const partsOfPanel = (name: string): string | undefined => PANEL_PARTS[name]?.join(' ');

/** The panel that shows a part. */
export const panelOf = (part: Part): string =>
  Object.keys(PANEL_PARTS).find((name) => PANEL_PARTS[name].includes(part))!;

/** The parts that an equation's symbols light, in the order in which they stand in it. */
export function partsInEquation(tex: string): Part[] {
  const found = [...tex.matchAll(/\\htmlData\{part=(\w+)\}/g)].map(([, part]) => part as Part);
  return [...new Set(found)];
}
