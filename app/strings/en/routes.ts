/** Routes of soft modularization. */
export const routes = {
  label: (name: string) => `Routes between modules for ${name}`,
  pair: 'This movie, this support set',
  average: 'Average over the first recommendations',
  difference: (name: string) => `Difference to ${name}`,
  readout: 'score',
  link: (from: string, to: string, weight: string) => `module ${from} to ${to}: ${weight}`,
  hint: 'Weights into a module sum to 1. The number under a module is the entropy of what flows in: 2 bits is indifference.',
  editHint: 'Choose a route to hold it at a weight of your own, and see the ranking follow.',
  hold: (link: string) => `Hold ${link}`,
  release: 'Let go',
  from: 'From',
  to: 'To',
  weight: 'Weight',
};
