/** A ground for each decade: fine lines over the whole card, told apart without colour. */
import { decadeIndex } from '../../../src/data/genres';

/** A card's size in its own units. */
export const WIDTH = 48;
export const HEIGHT = 64;

function every(step: number, until: number, draw: (at: number) => string): string {
  const count = Math.ceil(until / step);
  return Array.from({ length: count }, (_, k) => draw(step / 2 + k * step)).join('');
}

const down = (step: number) => every(step, WIDTH, (x) => `M${x} 0v${HEIGHT}`);
const across = (step: number) => every(step, HEIGHT, (y) => `M0 ${y}h${WIDTH}`);
const rising = every(7, WIDTH + HEIGHT, (x) => `M${x} 0L${x - HEIGHT} ${HEIGHT}`);
const falling = every(7, WIDTH + HEIGHT, (x) => `M${x - HEIGHT} 0L${x} ${HEIGHT}`);
const arcs = every(9, 80, (r) => `M${-r} ${HEIGHT}a${r} ${r} 0 0 1 ${2 * r} 0`);
const waves = every(9, HEIGHT, (y) => `M0 ${y}q6-5 12 0t12 0 12 0 12 0`);
const dots = every(6, HEIGHT, (y) => every(6, WIDTH, (x) => `M${x} ${y}h.01`));

/** Strokes by decade, in the order of `DECADES`: 1930s and before, 1940s, ... 2010s. */
const BY_DECADE = [
  down(4),
  across(4),
  rising,
  arcs,
  waves,
  down(8) + across(8),
  falling,
  dots,
  'M3 3h42v58H3z',
];

export interface DecadeLook {
  /** Path that is stroked; empty for a film of unknown year. */
  texture: string;
  /** Style of its lettering: `film-type-4`. */
  type: string;
}

/** @param year 0: unknown */
export function decadeLook(year: number): DecadeLook {
  const decade = decadeIndex(year);
  return { texture: BY_DECADE[decade] ?? '', type: `film-type-${decade < 0 ? 8 : decade}` };
}
