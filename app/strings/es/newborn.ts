import type { newborn as en } from '../en/newborn';

export const newborn: typeof en = {
  title: 'Una red recién nacida',
  about:
    'Todavía no sabe nada. Mira las cinco primeras de su lista mientras aprende, para las películas que tienes al empezar: unos diez segundos en un ordenador sin otra tarea.',
  start: 'Crear una red recién nacida',
  again: 'Empezar de nuevo',
  goOn: 'Seguir',
  stop: 'Parar aquí',
  stopsItself: 'Se detiene sola',
  rule: (patience, least) =>
    `Cuando ${patience} mediciones seguidas no mejoran la mejor de las anteriores; nunca antes del paso ${least}.`,
  map: 'El lugar de las películas según sus características no es señal de aprendizaje: la vista «Sin codificar» del mapa es igual de ordenada antes de entrenar. Lo que el entrenamiento cambia es esta lista.',
  overridden:
    'Has intervenido en el modelo: la clasificación de arriba lo refleja. Las listas y mediciones de aquí son las de la red sin esa intervención.',
  letGo: 'Soltarlo',
  before: 'Antes: pesos aleatorios',
  now: (step) => (step === '1' ? 'Tras 1 paso' : `Tras ${step} pasos`),
  nowWaiting: 'Tras el entrenamiento',
  list: {
    before: 'Cinco primeras de la red sin entrenar',
    now: 'Cinco primeras de la red entrenada',
  },
  metrics: {
    'recall@20': (value) =>
      `en sus 20 primeras acierta el ${value} de lo que gusta a otros, en géneros que no vio`,
    mae: (value) => `se equivoca en ${value} estrellas, con personas que no vio`,
  },
  measuredAt: (step) => `última medición: paso ${step}`,
  measuring: 'aún sin medir',
  states: {
    starting: 'Está naciendo: pesos aleatorios.',
    running: 'Está aprendiendo. Su lista se lee una vez por segundo, más o menos.',
    paused: 'Está en pausa.',
    itself: (step) => `Se detuvo sola en el paso ${step}: ya no mejoraba.`,
    hand: (step) => `La detuviste en el paso ${step}.`,
    left: 'Otro modelo u otro entrenamiento ocupó su lugar, así que se abandonó.',
    failed: 'El entrenamiento falló. El mensaje dice por qué; se puede crear otra.',
  },
};
