import type { newborn as en } from '../en/newborn';

export const newborn: typeof en = {
  title: 'Una red recién nacida',
  about:
    'Todavía no sabe nada. Mira las cinco primeras de su lista para tus películas mientras aprende: unos diez segundos en un ordenador sin otra tarea.',
  start: 'Crear una red recién nacida',
  again: 'Crear otra',
  goOn: 'Seguir',
  stop: 'Parar aquí',
  stopsItself: 'Se detiene sola',
  rule: (patience, least) =>
    `Cuando ${patience} mediciones seguidas no mejoran la mejor de las anteriores; nunca antes del paso ${least}.`,
  map: 'El lugar de las películas según sus características no es señal de aprendizaje: la vista «Sin codificar» del mapa es igual de ordenada antes de entrenar. Lo que el entrenamiento cambia es esta lista.',
  before: 'Antes: pesos aleatorios',
  now: (step) => `Tras ${step} pasos`,
  nowWaiting: 'Tras el entrenamiento',
  list: {
    before: 'Cinco primeras de la red sin entrenar',
    now: 'Cinco primeras de la red entrenada',
  },
  metrics: {
    'recall@20': (value) => `acierta el ${value} de lo que gusta en sus 20 primeras`,
    mae: (value) => `se equivoca en ${value} estrellas`,
  },
  measuredAt: (step) => `medido en el paso ${step}`,
  measuring: 'aún sin medir',
  states: {
    starting: 'Está naciendo: pesos aleatorios.',
    running: 'Está aprendiendo.',
    paused: 'Está en pausa.',
    itself: (step) => `Se detuvo sola en el paso ${step}: ya no mejoraba.`,
    hand: (step) => `La detuviste en el paso ${step}.`,
    left: 'Otro modelo ocupó su lugar, así que se abandonó.',
    failed: 'El entrenamiento falló. El mensaje dice por qué; se puede crear otra.',
  },
};
