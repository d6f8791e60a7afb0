/** Causal handles: what the visitor overrides in the model. */
export const handles = {
  badge: 'intervened',
  badgeHelp:
    'You hold something in the model: this is what follows from it, not from the films alone.',
  overrides: (n: number): string =>
    n === 1 ? 'You hold {n} value of the model.' : 'You hold {n} values of the model.',
  unmodulated: (layers: readonly number[]) =>
    layers.length === 1
      ? `Layer ${layers[0]} is left unmodulated.`
      : `Layers ${layers.join(', ')} are left unmodulated.`,
  contextOf: (name: string) => `The context is that of ${name}.`,
  reset: 'Let go of all',
  swap: 'Swap in another context',
  ownContext: 'Own context',
};
