import type { race as en } from '../en/race';

export const race: typeof en = {
  title: 'La carrera',
  symbol: 'mismo soporte, misma consulta',
  symbolHelp:
    'Todos reciben el mismo conjunto de soporte y ordenan las mismas películas, en el mismo backend y en el mismo hilo de trabajo. Cambia la forma de adaptarse, y dos cosas más: cuántas tareas de entrenamiento ha visto cada uno, y que para los sistemas de referencia, cuya pérdida las necesita, se sortean tantas negativas como películas que gustan.',
  sub: {
    scenario:
      'Quién encuentra las películas que gustaron a otras personas de este género, y cuánto cuesta adaptarse.',
    user: 'Quién predice una valoración a partir de todas las demás, y cuánto cuesta adaptarse.',
  },
  views: 'Partes de la carrera',
  current: 'Este conjunto de soporte',
  heldOut: 'Tareas de validación',
  cost: 'Coste',

  run: 'Iniciar la carrera',
  runAgain: 'Repetirla',
  stop: 'Detener',
  starting: 'Arrancando un hilo de trabajo para la carrera…',
  progress: (done, total) => `${done} de ${total} ejecuciones`,
  stale: 'Estos resultados son de otro conjunto de soporte o modelo.',
  training: 'Hay un entrenamiento en marcha, así que estos tiempos son más lentos de lo habitual.',
  failed: 'No se pudo hacer la carrera.',
  emptyPresent:
    'Sin adaptación, MeLU con hasta 20 pasos de gradiente, s²Meta y CMML se adaptan a las películas de arriba, uno tras otro.',
  stopped: {
    atOnce: 'Detenida antes de la primera ejecución.',
    runs: (done, total) => `Detenida tras ${done} de ${total} ejecuciones.`,
    missing: (names) => `Sin ejecutar: ${names}.`,
    curves: 'Se ejecutaron todas las filas de la tabla; a las curvas les faltan puntos.',
    tasks: (done, total) =>
      `Detenida: se ejecutaron ${done} de ${total} tareas, y solo esas se muestran.`,
  },
  needsSupport: {
    scenario:
      'Añade una película o más: un conjunto de soporte vacío no da nada a lo que adaptarse.',
    user: 'Valora dos películas o más: cada valoración se predice a partir de las demás.',
  },
  tooFew: {
    scenario: 'Sin un género no hay nadie con quien comparar: solo se muestran los tiempos.',
    user: 'Valora dos películas o más: cada valoración se predice a partir de las demás.',
  },

  systems: {
    dcn: {
      name: 'Sin adaptación',
      help: 'DCN: entrenada con todas las tareas, ciega al conjunto de soporte.',
    },
    melu: {
      name: (steps) => `MeLU, ${steps} ${steps === 1 ? 'paso' : 'pasos'}`,
      help: 'Pasos de gradiente en las capas de decisión, desde pesos aprendidos para ello con gradientes de segundo orden.',
    },
    s2meta: {
      name: (steps) => (steps === null ? 's²Meta' : `s²Meta, ${steps} pasos`),
      help: 'Pesos iniciales aprendidos, una regla de actualización aprendida para cada parámetro y un momento de parar también aprendido.',
    },
    cmml: {
      name: 'CMML',
      help: 'Una pasada hacia delante sobre el conjunto de soporte. Ningún gradiente.',
    },
  },
  columns: {
    system: 'Sistema',
    quality: { 'recall@20': 'Recall@20', mae: 'Error, estrellas' },
    qualityHelp: {
      'recall@20':
        'Parte de las películas de este género que gustaron a personas de la validación y que están entre las primeras 20 de 2000. Más larga es mejor.',
      mae: 'Distancia media entre las estrellas previstas y las dadas. Más corta es mejor.',
    },
    adapt: 'Adaptarse',
    adaptHelp:
      'Mediana de 7 ejecuciones tras 2 de calentamiento: leer el conjunto de soporte. Cuanto más corto, mejor.',
    score: 'Puntuar',
    scoreHelp: (candidates) =>
      `Mediana de 7 ejecuciones tras 2 de calentamiento: puntuar ${candidates} películas una vez adaptado. Cuanto más corto, mejor.`,
    passes: 'Pasadas',
    passesHelp: 'Sobre el conjunto de soporte, para adaptarse: hacia delante y hacia atrás.',
    passesOf: (forward, backward) => `${forward} adel. · ${backward} atrás`,
    memory: 'Memoria',
    memoryHelp:
      'Tensores vivos en el peor momento de la adaptación, y de la puntuación, sin contar el propio modelo.',
    memoryOf: (adapting, scoring) => `${adapting} · ${scoring}`,
  },
  claim: {
    adapting: (own, name, other, ratio) =>
      `Adaptarse: CMML ${own}, ${name} ${other}, ${ratio} veces lo que tarda CMML.`,
    scoring: (candidates, own, other) =>
      `Puntuar después ${candidates} películas: ${own} y ${other}.`,
  },
  none: '–',
  steps: 'Pasos internos de MeLU',
  lossCurve: 'Pérdida de soporte de MeLU',
  flat: (steps) =>
    `Tras ${steps} ${steps === 1 ? 'paso' : 'pasos'}, la pérdida de bisagra de este conjunto de soporte es 0: cada película que gusta supera a su negativa por el margen, no queda gradiente y más pasos no cambian nada.`,
  qualityCurve: {
    'recall@20': 'Recall@20 de MeLU en validación',
    mae: 'Error de MeLU en tus propias valoraciones, estrellas',
  },
  stepsAxis: 'pasos internos',

  held: {
    tasks: 'Tareas de validación',
    of: (n) => `${n} tareas`,
    empty: {
      scenario:
        'Géneros y personas de la validación, que ningún entrenamiento de esta página ve: 8 películas que gustan a unas, ordenadas para otras. Cada punto es un género.',
      user: 'Personas de la validación, que ningún entrenamiento de esta página ve: 10 de sus valoraciones se predicen a partir de las demás. Cada punto es una persona.',
    },
    seen: 'Lo que trae la página (los sistemas de referencia, y CMML hasta que reinicies su entrenamiento) se entrenó con todo el metaentrenamiento, también con estas tareas. Compara aquí coste y calidad en terreno conocido; lo que nadie ha visto se mide solo en el laboratorio.',
    plot: {
      'recall@20': 'Recall@20 en géneros de validación',
      mae: 'Error en personas de validación, estrellas',
    },
    each: { scenario: 'un género', user: 'una persona' },
    legend: 'punto: una tarea · barra: media e intervalo del 95 %',
    meanOf: (mean, half) => `${mean} ± ${half}`,
    duel: (baseline, wins, losses, ties) =>
      `CMML frente a ${baseline}: mejor en ${wins}, peor en ${losses}, igual en ${ties}.`,
    lost: 'Donde ganan los gradientes:',
    noneLost: 'En estas tareas los gradientes no ganan en ninguna.',
    user: (id) => `persona ${id}`,
    by: (amount) => `por ${amount}`,
  },

  figure: {
    title: 'Figura 2 del artículo, en vivo',
    needsRace:
      'Haz la carrera con este conjunto de soporte para los costes de adaptarse, y cronometra un paso de entrenamiento para los del metaentrenamiento.',
    runTraining: 'Cronometrar un paso de entrenamiento',
    adaptTime: 'Tiempo de adaptación, ms',
    adaptMemory: 'Tensores al adaptarse, MB',
    trainTime: 'Tiempo de un paso de metaentrenamiento, ms',
    trainMemory: 'Tensores en un paso de metaentrenamiento, MB',
    melu: 'MeLU',
  },
  table1: {
    title: 'Tabla 1 del artículo, en vivo',
    sub: 'm pares de soporte, k pasos internos, f y b una pasada hacia delante y una hacia atrás; × es veces CMML.',
    algorithm: 'Algoritmo',
    inference: 'Para adaptarse',
    training: (tasks) =>
      tasks === null ? 'Para metaentrenar' : `Para metaentrenar, un paso de ${tasks} tareas`,
    timesCmml: (ratio) => `${ratio}×`,
    time: 'Tiempo',
    space: 'Memoria',
    formulas: {
      melu: {
        inference: { time: 'O(m k (f + b))', space: 'O(m k (f + b))' },
        training: { time: 'O(5 k m b)', space: 'O(2 k m b)' },
      },
      cmml: {
        inference: { time: 'O(m f)', space: 'O(m f)' },
        training: { time: 'O(m b)', space: 'O(m b)' },
      },
      s2meta: {
        inference: {
          time: 'el de MAML, y los controladores',
          space: 'la de MAML, y los controladores',
        },
        training: { time: 'más que el de MAML', space: 'más que la de MAML' },
      },
    },
    accurate: {
      name: 'MAML con precisión δ',
      time: 'O(5 m b κ log(D/δ))',
      space: 'O(2 m b κ log(D/δ))',
    },
    note: 'Las constantes 5 y 2 son lo que cuesta un producto hessiana-vector respecto a un gradiente; κ es el número de condición del bucle interno, D el diámetro de sus parámetros. En redes tan pequeñas como estas cada operación cuesta más que su aritmética, así que las razones medidas difieren de las fórmulas. Aquí la memoria de adaptación no crece con los pasos, porque cada paso se libera antes del siguiente.',
  },
  provenance: (name, steps, date) => `${name}: ${steps} pasos, ${date}`,
  onFromMelu: 's²Meta, a partir de MeLU',
  trainedAs:
    'Sistemas de referencia, entrenados con las características, las tareas y el bucle de CMML:',
  noBaselines:
    'Los sistemas de referencia se entrenaron con los datos incluidos y aún no conocen los tuyos: aquí solo corre CMML. El laboratorio los entrena con tus datos.',
  onBackend: (backend) => `Todo en ${backend}, en un solo hilo de trabajo.`,
};
