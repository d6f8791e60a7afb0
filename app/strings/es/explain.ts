import type { explain as en } from '../en/explain';

export const explain: typeof en = {
  empty: 'Elige una película en las recomendaciones para ver de dónde sale su puntuación.',
  loading: 'Pidiendo al modelo todos los números del camino…',
  failed: 'El modelo no respondió. Elige la película otra vez.',
  intro: (title) =>
    `Cómo llegó la red a esta puntuación para ${title}, desde el último paso hacia atrás. En cada etapa se desglosa la celda que más importa para la de arriba; elige cualquier otra para seguirla.`,
  back: 'Volver a la clasificación',
  score: 'Puntuación',
  predicted: 'Estrellas previstas',
  cut: 'La lista lo recorta a la escala de media a cinco estrellas.',
  scoreSub: (units, further) =>
    further === 0
      ? `${units} unidades, cada una por su peso, y un número fijo (el sesgo), sumados.`
      : `${units} unidades, cada una por su peso, un número fijo (el sesgo) y lo que no pasa por la red, sumados.`,
  offset: 'punto de partida: promedios de la película y del usuario',
  bias: 'sesgo',
  kernel: 'semejanza con las películas de soporte',
  prototype: 'promedio de las propias películas',
  others: (n) => `${n} términos menores`,
  dimension: (d) => `dimensión ${d + 1}`,
  unit: (k) => `unidad ${k + 1}`,
  layer: (l) => `Capa ${l + 1}`,
  layerSub: 'Cada celda es una unidad; la enmarcada se desglosa.',
  linear: (unit) => `h de ${unit}`,
  leaky: (value) => `tras LeakyReLU ${value}`,
  moduleUnit: (module, k) => `módulo ${module + 1}, unidad ${k + 1}`,
  modulation: 'Modulación',
  modulationSub:
    'Los números usados arriba. Una segunda red, la hiperred, los hace a partir del contexto híbrido.',
  headSum: (name) => `suma que da ${name}`,
  overriddenAt: (value) => `lo mantienes en ${value}`,
  hypernetwork: 'Hiperred',
  hypernetworkSub:
    'Sus capas comunes (el tronco) leen el contexto híbrido; sus últimas capas (las cabezas) dan los números de arriba.',
  hypernetworkSubMore:
    'Sus capas comunes (el tronco) leen el contexto híbrido y lo que comparte todo el conjunto de soporte; sus últimas capas (las cabezas) dan los números de arriba.',
  trunkLayer: (l) => `Tronco, capa ${l + 1}`,
  trunkUnit: (l, k) => `tronco ${l + 1}, unidad ${k + 1}`,
  ofHybrid: (name) => `híbrido, ${name}`,
  ofContext: (name) => `contexto, ${name}`,
  ofMovie: (name) => `película, ${name}`,
  statistics: [
    'nivel de tus valoraciones',
    'dispersión de tus valoraciones',
    'cuántas valoraciones',
  ],
  hybrid: 'Contexto híbrido',
  hybridSub:
    'Gusto por película, característica a característica: la enmarcada y luego las mayores.',
  hybridKey:
    'Contexto por la clave de la película, valor a valor: el enmarcado y luego los mayores.',
  hybridNone: 'Sin híbrido: el contexto sigue tal cual, igual para todas las películas.',
  hybridAttention:
    'Esta película pondera por sí misma las tuyas: las que gustan y las que no, por separado. Abajo se desglosa el valor enmarcado.',
  attended: {
    product: (name: string) => name,
    likes: (name: string) => `gustan, ${name}`,
    'likes-product': (name: string) => `gustan por película, ${name}`,
    'dislikes-product': (name: string) => `no gustan por película, ${name}`,
  },
  attendedSub: 'Tus películas, cada una con su peso y lo que tiene de esta característica.',
  weightedMean: 'media ponderada',
  because: (films: string[][]) =>
    `Por ${films.map(([title, weight]) => `${title} ${weight}`).join(', ')}.`,
  hybridMlp: 'Dos capas leen el contexto y la película uno al lado del otro.',
  mixed: 'Segunda capa',
  mixing: 'Primera capa',
  movie: 'Película',
  movieSub:
    'Este codificador describe las películas con números propios: tres capas los hacen a partir de sus características.',
  key: 'Clave',
  embedding: 'Embedding',
  hidden: 'Capa oculta',
  embedded: (d) => `embedding ${d + 1}`,
  kernelSub: 'Se suma a la puntuación sin pasar por la red base',
  context: 'Contexto',
  shares: {
    mean: (name) => `Lo que cada película de soporte aporta a «${name}».`,
    max: (name) => `El mayor de estos es «${name}» del contexto.`,
    sequence: (name) =>
      `Una GRU lee las películas en orden: cuánto cambió cada una «${name}» al leerla.`,
    weighted: (name) =>
      `La clave de cada película, por la parte que el codificador toma de ella: lo que eso aporta a «${name}».`,
  },
  contextEmpty: 'El conjunto de soporte está vacío, así que el contexto es cero.',
  contextOverridden: 'Mantienes este contexto en lugar del que da el codificador.',
  support: 'Pares de soporte',
  pair: 'Película de soporte que se desglosa',
  made: {
    mean: 'Arriba: lo que el codificador lee de esta película. Abajo: lo que hace con ella y su etiqueta.',
    max: 'Arriba: lo que el codificador lee de esta película. Abajo: lo que hace con ella y su etiqueta.',
    sequence:
      'Arriba: lo que el codificador lee de esta película. Abajo: el contexto una vez leída.',
    weighted: 'Arriba: lo que el codificador lee de esta película. Abajo: su clave.',
  },
  readOnly: 'Lo que el codificador lee de esta película; el contexto que mantienes ocupa su lugar.',
  read: (title) => `${title}, tal como se lee`,
  encoded: (title) => `${title}, tal como se codifica`,
  label: (label, setting) =>
    setting === 'user' ? `★ ${label.toLocaleString('es')}` : label > 0 ? 'gusta' : 'no gusta',
  factor: (n) => `factor de gusto ${n}`,
  decade: (year) => `años ${year}`,
  average: 'promedio de la película',
  popularity: 'popularidad',
  show: (part) => `Mostrar en la imagen: ${part}`,
  multiplies: (error) =>
    `Multiplicada de nuevo con los números mostrados, la cadena da esta puntuación con un error de hasta ${error}.`,
  mismatch:
    'Los números mostrados no dan la puntuación al multiplicarlos. Por favor, infórmanos de ello.',
  strip: (name, count) => `${name}: ${count} valores`,
};
