import type { tastes as english } from '../en/tastes';

export const tastes: typeof english = {
  label: (a, b) =>
    `Dos gustos en un conjunto de soporte: ${a} y ${b}. A un lado, lo que hace de él un solo vector; al otro, lo que hace la atención por candidata, con líneas de cada película a cada recomendación.`,
  press: 'Marcar como gustadas cuatro de cada:',
  pair: (a, b) => `${a} y ${b}`,
  vector: 'Un vector',
  vectorSub: 'Todas las películas se promedian; cada candidata encuentra el mismo vector.',
  attention: 'Atención',
  attentionSub: 'Cada candidata pondera las películas por sí misma.',
  yours: 'Tus películas',
  share: (a, b, of) => `A ${a} · B ${b} de las primeras ${of}`,
  both: 'de ambos',
  neither: 'de ninguno',
  sharpness: 'Pesos',
  uniform: 'todos iguales',
  learned: 'aprendidos',
  because: (title, films) =>
    `${title}, por ${films.map(([film, weight]) => `${film} ${weight}`).join(', ')}.`,
  choose: 'Elige una recomendación para ver en qué películas se apoya.',
  noLikes: 'No hay ninguna película que guste: no hay a qué atender.',
  like: (title) => `Que ${title} vuelva a gustar`,
  dislike: (title) => `Que ${title} no guste`,
  disliked: 'no gusta',
  more: (n) => `y ${n} más`,
  waiting: 'Preguntando a los dos modelos…',
  failed: 'Los modelos no respondieron.',
  again: 'Preguntar otra vez',
  untrained: 'Estos modelos solo están entrenados para las películas incluidas.',
  empty:
    'Pulsa una pareja: cuatro películas de cada gusto pasan al conjunto de soporte, en lugar de las que hay. Deshacer las devuelve.',
  made: 'Responden dos puntos de control de esta página, entrenados igual en tareas así, cada uno con una pasada hacia delante por edición, y ordenan las 2000 películas más valoradas.',
  columns: {
    place: 'puesto',
    vector: 'un vector',
    attention: 'atención',
    taste: 'gusto',
    weight: (title) => `peso de ${title}`,
  },
  families: {
    view: 'Dos gustos',
    sub: 'Tareas que un solo vector no puede superar, declaradas antes de medirlas: dos gustos, esto pero no aquello, pocas películas.',
    loading: 'Cargando resultados registrados…',
    failed: 'No se pudieron cargar los resultados registrados.',
    elsewhere: 'Estos resultados son de los datos incluidos, no de los tuyos.',
    choose: 'Medida',
    label: (metric) => `${metric} de cada sistema, y su diferencia con la red simple`,
    metrics: {
      'two-tastes': {
        name: 'dos gustos, R@20',
        help: 'Películas reservadas de ambos gustos entre las primeras veinte.',
      },
      'two-tastes/worse': {
        name: 'dos gustos, la mitad peor',
        help: 'R@20 del gusto peor atendido.',
      },
      'two-tastes/inside': {
        name: 'dos gustos, primeras 20 en A o B',
        help: 'Cuánto de la lista es de un gusto pedido.',
      },
      'two-tastes/smaller': {
        name: 'dos gustos, la parte menor',
        help: 'Parte del gusto con menos películas entre las primeras veinte.',
      },
      'but-not': {
        name: 'esto pero no aquello, R@20',
        help: 'Gusta un género, salvo sus películas de otro género.',
      },
      few: {
        name: 'de una a ocho películas, R@20',
        help: 'Pocas películas de un gusto, ninguna que no guste.',
      },
      ordinary: {
        name: 'tareas ordinarias, R@20',
        help: '32 películas de un gusto: lo que no debe perderse.',
      },
    },
    systems: {
      plain: 'red simple sobre [x, C*x]',
      'film-attention': 'FiLM con atención',
      'film-uniform': 'FiLM, pesos iguales',
      'plain-attention': 'red simple con atención',
      film: 'FiLM',
      'anonymous-plain': 'visitante: red simple',
      'anonymous-film-attention': 'visitante: FiLM con atención',
    },
    reference: 'la referencia',
    noReference: 'para ver la diferencia, ejecuta su red simple con las mismas semillas',
    runAll: 'Ejecutarlos todos aquí',
    runHelp:
      'Cada semilla divide los datos de nuevo, entrena una red desde cero y le pregunta por unas 120 tareas: minutos por sistema. Con menos pasos que lo grabado se llega menos lejos. Lo ejecutado aquí con otro número de pasos se retira.',
    tie: '(no se muestra diferencia)',
    less: 'menos la red simple',
    system: 'sistema',
    seedsHead: 'semillas',
    seeds: (n) => (n === 1 ? '1 semilla' : `${n} semillas`),
    reading:
      'Porcentajes. Entre corchetes y como barras: bootstrap jerárquico del 95 % sobre semillas y episodios. Una diferencia solo lleva color donde la t de Student sobre las semillas también excluye el 0. Los sistemas de visitante se comparan con la red simple del visitante.',
    made: (steps, commits, date) =>
      `scripts/evaluate-families.ts, ${steps} pasos, particiones nuevas con cada semilla, commits ${commits}, ${date}. Declarado y comentado en docs/two-tastes.md.`,
  },
};
