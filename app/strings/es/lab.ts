import type { lab as en } from '../en/lab';

/** Words of a structure that a search found, in this language. */
const inWords = (structure: string, words: Record<string, string>): string =>
  structure.replace(/[a-z]+/g, (word) => words[word] ?? word);

export const lab: typeof en = {
  title: 'Laboratorio',
  views: 'Partes del laboratorio',
  view: { tables: 'Tablas', contexts: 'Figura 3: contextos', routes: 'Figura 4: rutas' },
  sub: {
    tables:
      'Las tablas del artículo, medidas de nuevo con los datos de esta página. Los resultados grabados están ahí desde el principio; cualquier fila se puede ejecutar otra vez aquí, en tu navegador.',
    contexts: 'La figura 3 del artículo, dibujada ahora por el modelo de esta página.',
    routes: 'La figura 4 del artículo, dibujada ahora por el modelo de esta página.',
  },
  tables: {
    scenario: 'Todos los sistemas, clasificación por género',
    rating: 'Todos los sistemas, valoración por visitante',
    encoder: 'Codificador y contexto híbrido',
    modulation: 'Red de modulación',
    anonymous: 'Un visitante: personas y géneros',
  },
  system: 'Sistema',
  systems: {
    Popularity: 'Popularidad',
    'Item neighbours': 'Artículos vecinos',
    'MF fold-in': 'Factorización, usuario incorporado',
    'Genre profile × popularity': 'Perfil de género × popularidad',
    'ALS, known users': 'ALS, usuarios conocidos',
    'Genre profile × ALS': 'Perfil de género × ALS',
    'Meta-SGD, 5 steps': 'Meta-SGD, 5 pasos',
    'Item + user bias': 'Sesgo de artículo + de usuario',
    'MeLU, 1 step': 'MeLU, 1 paso',
    'MeLU, 5 steps': 'MeLU, 5 pasos',
    'ColdNAS-like search': 'Búsqueda como ColdNAS',
    'CMML, our recipe (full)': 'CMML, nuestra receta (completa)',
    'Non-negative (mean, no hybrid)': 'Sin negativas (promedio, sin híbrido)',
    'PE (mean, no hybrid)': 'PE (promedio, sin híbrido)',
    'SE (GRU, no hybrid)': 'SE (GRU, sin híbrido)',
    'PE-dot, max': 'PE-dot, máximo',
    'No modulation, [x, C ⊙ x]': 'Sin modulación, [x, C ⊙ x]',
  },
  ours: 'Grabado, con MovieLens small',
  yours: 'Con tus datos, ejecutado aquí',
  paper: 'En el artículo:',
  prints: 'Cuál de las tablas del artículo',
  print: (number, data, seeds) =>
    `tabla ${number}, ${data}${seeds > 1 ? `, ${seeds} semillas` : ''}`,
  inPaper: 'artículo',
  paperNote:
    'Las cifras del artículo son de otros datos, mayores, y de otro protocolo. Compara el orden de los sistemas, no los números.',
  elsewhere:
    'No se ha vuelto a medir: el registro de clics de Taobao no es parte de este proyecto. Lo que el artículo afirma de dos dominios como uno se mide abajo con dos que están aquí; con los tuyos se puede probar: importa dos tablas a la vez y ejecuta estas filas con ellas.',
  domains: {
    title: 'Dos dominios como uno: estas películas y una tienda generada',
    reading:
      'El artículo dice que los sistemas que se adaptan con pasos de gradiente quedan atrás cuando las tareas vienen de dos dominios, y que el contexto híbrido ayuda. Un modelo para ambos; ninguna persona ni ningún artículo está en los dos; reglas y entrenamiento de esta página, sencillo. Cada semilla sortea de nuevo la tienda, las tareas reservadas y las particiones. Las diferencias son pareadas; ± entre semillas, corchetes por bootstrap sobre semillas y tareas.',
    both: 'ambos',
    films: 'películas',
    shop: 'tienda',
    withoutHybrid: (name) => `${name}, sin híbrido`,
    less: (system, other) => `${system} menos ${other}`,
    made: (command, commits, date) =>
      `Grabado con ${command}, lo último el ${date}; commits: ${commits}.`,
    none: (command) => `Aún no hay nada grabado de ello: lo hace ${command}.`,
    failed: 'No se pudo cargar lo grabado de dos dominios.',
  },
  notMeasured: 'sin medir',
  notInPaper: '—',
  sortBy: (column) => `Ordenar por ${column}`,
  recorded: 'grabado',
  runHere: 'ejecutado aquí',
  origin: 'Origen',
  effort: (seeds, steps) => {
    const runs = seeds === 1 ? '1 semilla' : `${seeds} semillas`;
    return steps === '0' ? runs : `${runs}, ${steps} pasos`;
  },
  live: (effort) => `ejecutado aquí, ${effort}`,
  about: (metric) => `¿Qué es ${metric}?`,
  recordedHow: (commits, date) =>
    `Grabado con npm run record, el último el ${date}; commits: ${commits}. El JSON nombra la orden de cada ejecución.`,
  recordedWith: (seeds, steps) =>
    `${seeds} semillas por fila, ${steps} pasos de entrenamiento: junto a cada nombre. ± es el intervalo del 95 % entre semillas, con la t de Student. Las filas sin intervalo se ejecutaron una sola vez; a las de menos pasos puede faltarles entrenamiento.`,
  otherData:
    'Los resultados grabados son de los datos incluidos. Con los tuyos, cada fila se puede ejecutar aquí.',
  loading: 'Cargando los resultados grabados…',
  noRecorded:
    'No se pudieron cargar los resultados grabados. Aun así puedes ejecutar aquí todas las filas.',
  runRow: (system) => `Ejecutar ${system} aquí`,
  runRowUnder: (system, protocol) => `Ejecutar ${system} aquí, con las ${protocol}`,
  runAll: 'Ejecutar aquí toda la tabla',
  runAllUnder: (protocol) => `Ejecutar aquí toda la tabla, con las ${protocol}`,
  ranUnder: (protocol) => `Lo ejecutado aquí está en la tabla de las ${protocol}.`,
  showUnder: (protocol) => `Mostrar las ${protocol}`,
  steps: 'Pasos de entrenamiento',
  stepsHelp: 'Con menos pasos se acaba antes y se llega menos lejos que lo grabado con más.',
  seedsLabel: 'Semillas',
  pause: 'Pausa',
  resume: 'Seguir',
  cancel: 'Cancelar',
  progress: (system, seed, step, of) => `${system}, semilla ${seed}: paso ${step} de ${of}`,
  evaluating: (system, seed, percent) => `${system}, semilla ${seed}: midiendo, ${percent}`,
  starting: 'Arrancando un hilo de trabajo…',
  paused: (what) => `En pausa. ${what}`,
  pausing: (what) => `${what}. Se detendrá cuando esté medido.`,
  queued: (n) => (n === 1 ? '1 ejecución en espera' : `${n} ejecuciones en espera`),
  cancelled: 'Cancelado. Lo terminado se queda en la tabla.',
  failed: (detail) => `La ejecución se detuvo: ${detail}. Lo terminado se queda en la tabla.`,
  exportCsv: 'CSV',
  exportJson: 'JSON',
  exportLabel: 'Exportar esta tabla',
  chart: 'media e intervalo del 95 % entre semillas',
  chartOf: 'Métrica del gráfico',
  metrics: {
    'recall@10': 'Recall@10',
    'recall@20': 'Recall@20',
    'recall@50': 'Recall@50',
    'recall@100': 'Recall@100',
    'recall@20/10-likes': 'Recall@20, 10 que gustan a una persona',
    'recall@20/scenario': 'Recall@20, 5 que gustan de un género',
    mae: 'MAE',
    'ndcg@3': 'NDCG@3',
    'mae@levels': 'MAE por niveles',
  },
  metricHelp: {
    recall:
      'Parte de las películas reservadas de una persona que están entre las N primeras. En porcentaje; más alto es mejor.',
    mae: 'Distancia media entre las estrellas previstas, tal como las prevé la página, y las dadas. Más bajo es mejor.',
    levels:
      'Lo mismo cuando cada sistema debe responder con uno de los diez niveles de estrellas: el central entre los que esta persona dará probablemente, a juzgar por la predicción y por cuántas veces dio cada nivel. Una misma regla para todos los sistemas. Más bajo es mejor.',
    ndcg: 'Lo bien ordenadas que están las tres primeras, de 0 a 1. Más alto es mejor.',
  },
  protocol: 'Protocolo',
  protocols: {
    open: 'reglas de esta página',
    'paper-scenario': 'como en el artículo',
    'paper-user': 'como en el artículo, W-W',
    'paper-user-cw': 'como en el artículo, C-W',
    'open-former': 'reglas anteriores de esta página',
  },
  opensOnFormer: (now) =>
    `La tabla se abre aquí porque con estas reglas se han medido más filas que con las ${now}.`,
  protocolHelp: {
    open: 'Características con géneros y décadas; los candidatos son las películas más valoradas, y lo que el conjunto de soporte nombra no se recomienda ni se cuenta, como en la página.',
    'paper-scenario':
      'Solo factores, 64 películas que gustan y 128 negativas, candidatas y negativas dentro del género, los tamaños y la tasa de aprendizaje del artículo. Con datos tan pequeños un modelo puede prescindir aquí de su conjunto de soporte: compara cada fila de CMML con lo que alcanza cuando recibe el de otro género.',
    'paper-user':
      'Un vector aprendido por película, géneros y década; entrenado y medido con la mitad de las personas que más valoraron.',
    'paper-user-cw':
      'Lo mismo, entrenado con la mitad de las personas que menos valoraron. El artículo divide a las personas por cuándo llegaron; estos datos no guardan fechas.',
    'open-former':
      'Como era antes: las películas del conjunto de soporte se podían recomendar y contar como aciertos (el 44,5 % de lo que había que encontrar había gustado en un conjunto de soporte a otra persona), y las negativas evitaban las valoraciones reservadas. Se conserva hasta que cada fila se mida de nuevo; nunca se compara con filas de otro protocolo.',
  },
  wrongSupport: (value) => `con el conjunto de otra tarea: ${value}`,
  anonymousChart: 'Cinco que gustan a una persona frente a cinco de un género',
  differences: {
    against: 'Comparar con',
    levels: 'nada: niveles',
    title: (metric, reference) => `${metric}: diferencia con ${reference}`,
    reading:
      'Emparejadas: las mismas semillas, tareas y conjuntos de soporte. Gruesa: intervalo del 95 % entre semillas, con la t de Student. Fina: bootstrap del 95 % sobre semillas y las tareas dentro de ellas. Solo se habla de diferencia cuando ninguno de los dos contiene el 0.',
    none: 'Ninguna otra fila comparte una semilla con esta.',
    bySeed: 'Diferencia, intervalo entre semillas',
    byTask: 'Bootstrap sobre tareas',
    finding: 'Conclusión',
    findings: {
      more: 'más alto',
      less: 'más bajo',
      'none shown': 'no se muestra diferencia',
      unknown: 'una sola ejecución: sin intervalo',
    },
  },
  treatment: 'Entrenamiento',
  treatments: { plain: 'entrenamiento simple', full: 'entrenamiento completo para todos' },
  treatmentHelp: {
    plain:
      'Todos los sistemas se entrenan solo con las tareas muestreadas. Solo nuestra receta, marcada como «completa», tiene las tareas y características adicionales del entrenamiento completo.',
    full: 'Todos los sistemas reciben las mismas tareas y características adicionales, en la medida en que los puede usar. Las pérdidas difieren: en el escenario de valoraciones, las pérdidas de Huber y por pares, el ruido en las características y el dropout son solo de CMML.',
  },
  sameAsPopularity:
    'Pone primero las películas del conjunto de soporte que gustan y ordena las demás por popularidad. Aquí no se ordena ninguna película del conjunto de soporte, así que su lista es la de Popularidad.',
  found: (seed, structure) => {
    const words = { input: 'entrada', layer: 'capa', max: 'máximo', min: 'mínimo', product: 'producto', sum: 'suma' }; // prettier-ignore
    return `La semilla ${seed} conservó ${inWords(structure, words)}`;
  },
  sureness: (surest, others, spread) =>
    `MAE ${surest} en la mitad de las películas de cada persona de la que está más seguro, ${others} en la otra; sus puntuaciones se dispersan ${spread} estrellas`,
  kinds: {
    reference: 'referencia simple',
    plain: 'entrenado, sin adaptación',
    gradient: 'se adapta con pasos de gradiente',
    forward: 'se adapta con una pasada hacia delante, sin ser CMML',
    cmml: 'se adapta con una pasada hacia delante',
  },
  figures: {
    sizes: 'Películas que gustan en un conjunto de soporte',
    size: (n) => `${n} que gustan`,
    again: 'Dibujar otra vez',
    stop: 'Detener',
    drawing: 'La dibuja un hilo de trabajo…',
    waiting: 'La figura aparece aquí cuando el hilo de trabajo la ha dibujado.',
    failed: 'No se pudo dibujar la figura.',
    shipped: 'Dibujada con el modelo que viene con la página.',
    trained: (steps) => `Dibujada con el modelo tras ${steps} pasos de entrenamiento aquí.`,
    untrained: 'Dibujada con un modelo sin entrenar: entrénalo y dibuja otra vez.',
    stale: 'Desde entonces el modelo es otro. Dibújala otra vez.',
    contexts: {
      title:
        'Contextos de ocho géneros reservados de cuatro familias, 30 conjuntos de soporte cada uno',
      reading: {
        scenario:
          'Cada punto es uno de los 30 conjuntos de soporte muestreados de un género que el entrenamiento no ha visto. A la izquierda, su contexto C; a la derecha, el simple promedio de las características de sus películas, sin ningún modelo. Los dos se agrupan más o menos igual de bien: la separación de los géneros ya está en las características, y el codificador la conserva.',
        user: 'Cada punto es uno de los 30 conjuntos de soporte muestreados de un género que el entrenamiento no ha visto. En este escenario el contexto guarda cuánto se aparta una persona de las valoraciones de todos, no de qué tratan las películas: los géneros no se agrupan en él, mientras que en las características sí. Pasa al escenario «Género» para ver la imagen del artículo.',
      },
      maps: { context: 'Contexto C', features: 'Promedio de las características' },
      silhouette: (genre, family) => `Silueta: ${genre} por género, ${family} por familia.`,
      purity: (genre, family) =>
        `De los cinco más cercanos, ${genre} son del mismo género y ${family} de la misma familia.`,
      none: 'Este conjunto de datos no tiene ninguno de los ocho géneros de la figura del artículo.',
      measure: 'Medida',
      rows: {
        silhouetteGenre: 'Silueta por género',
        silhouetteFamily: 'Silueta por familia',
        purityGenre: 'Cinco más cercanos del mismo género',
        purityFamily: 'Cinco más cercanos de la misma familia',
        variance: 'Varianza en los dos ejes',
        middle: (genre, family) => `Centro de ${genre} (${family}): x; y`,
      },
    },
    routes: {
      shippedSoft:
        'Tu modelo no tiene rutas: estas son del modelo con modularización suave que acompaña a la página.',
      needsSoft:
        'La figura 4 muestra rutas entre módulos, que solo tiene la modularización suave. Esta variante modula de otra manera.',
      reading:
        'El mismo visitante y la misma película con los conjuntos de soporte de dos géneros: qué módulos alimentan a cuáles. Debajo, los promedios de muchas películas. La diferencia es el primero menos el segundo; naranja discontinuo es menos, morado es más.',
      first: 'Primera tarea',
      second: 'Segunda tarea',
      movie: 'Película del par',
      title: (movie, first, second) =>
        `Rutas para ${movie} con conjuntos de soporte de ${first} y de ${second}`,
      pair: (movie) => `Tú y ${movie}`,
      average: (n) => `Promedio de ${n} películas`,
      kinds: { pair: 'par', average: 'promedio' },
      column: (name, kind) => `${name} (${kind})`,
      between: (layers) => `Peso que va a otra parte con el otro género, por capa: ${layers}.`,
      within: (layers, draws) =>
        `Con otro conjunto de soporte del mismo género (${draws} de cada uno): ${layers}.`,
      supports: 'Los dos conjuntos de soporte',
      none: 'Este conjunto de datos no tiene dos géneros que el entrenamiento no haya visto.',
    },
  },
};
