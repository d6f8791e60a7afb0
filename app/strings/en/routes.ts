/** Routes of soft modularization. */
export const routes = {
  label: (name: string) => `Routes between modules for ${name}`,
  graph: 'routes',
  pair: (name: string) => (name ? `${name}, this support set` : 'This pair'),
  average: 'Average of the first recommendations',
  comparison: 'Comparison',
  beside: 'Two routes',
  difference: (name: string) => `Difference from ${name}`,
  differenceColumn: 'Difference',
  readout: 'score',
  link: (from: string, to: string) => `module ${from} to ${to}`,
  weighs: (link: string, weight: string) => `${link}: ${weight}`,
  weighsAgainst: (link: string, weight: string, other: string, there: string, gap: string) =>
    `${link}: ${weight}; ${other}: ${there} (${gap})`,
  hint: 'Each module mixes those of the layer before it; its weights sum to 1. Under each: how evenly it mixes (its entropy): 0 is all from one module, 2 is the same from all four.',
  editHint: 'Choose a route to hold it at a weight of your own, and see the ranking follow.',
  override: (link: string) => `Hold ${link}`,
  release: 'Let go',
  into: (layer: number, isReadout: boolean) =>
    isReadout ? 'routes into the score' : `routes into layer ${layer}`,
  from: 'From',
  to: 'To',
  weight: 'Weight',
  entropy: 'Entropy into the target, bits',
};
