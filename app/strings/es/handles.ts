import type { handles as en } from '../en/handles';

export const handles: typeof en = {
  badge: 'intervenido',
  badgeHelp:
    'Mantienes algo fijo en el modelo. Lo que ves aquí es su consecuencia, no lo que daría el conjunto de soporte por sí solo.',
  overrides: (n) =>
    n === 1 ? 'Mantienes {n} valor del modelo.' : 'Mantienes {n} valores del modelo.',
  unmodulated: (layers) =>
    layers.length === 1
      ? `La capa ${layers[0]} queda sin modular.`
      : `Las capas ${layers.join(', ')} quedan sin modular.`,
  contextOf: (name) => `El contexto es el de ${name}.`,
  reset: 'Soltar todo',
  swap: 'Poner otro contexto',
  ownContext: 'Contexto propio',
};
