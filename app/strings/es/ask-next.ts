import type { askNext as en } from '../en/ask-next';

export const askNext: typeof en = {
  open: '¿Qué valoro ahora?',
  close: 'Cerrar las preguntas',
  title: '¿Qué valoro ahora?',
  rate: (title) => `Tus estrellas para ${title}`,
  confirm: (stars) => `Dar ${stars} ★`,
  hint: 'Toca las estrellas.',
  notSeen: 'No la he visto',
  undo: 'Deshacer',
  asking: 'Calculando qué enseñaría tu respuesta a cada película…',
  failed: 'El modelo no respondió.',
  again: 'Preguntar otra vez',
  none: 'Todas las películas de la lista están valoradas o sin ver.',
  full: (n) => `Un conjunto de soporte tiene ${n} películas: no cabe otra respuesta.`,
  answered: (n) => (n === 1 ? '1 respuesta' : `${n} respuestas`),
  by: 'Elegida por',
  methods: {
    shift: 'lo que más mueve la clasificación',
    evidence: 'candidatas de evidencia de MeLU',
  },
  whyThis: '¿Por qué esta?',
  why: (places, stars, seen, known, compared) =>
    `De las ${known} películas más conocidas, tu respuesta a esta debería mover más la clasificación: cada una de ${compared} películas ${places} puestos, de media sobre las respuestas probables. La ha visto el ${seen} de la gente; el modelo espera ${stars} estrellas, con 0,9 arriba o abajo.`,
  evidence: (place, known) =>
    `Puesto ${place} de las candidatas de evidencia de MeLU (Lee et al., 2019), grabado: cuánto empujaría una respuesta las capas de decisión de MeLU, por lo conocida que es la película, entre ${known} películas. La lista es igual para todos.`,
  evidenceMissing: 'No se pudo cargar la lista de candidatas de evidencia.',
  evidenceElsewhere: 'Las candidatas de evidencia son de los datos incluidos, no de los tuyos.',
  measured: '¿Sirve preguntar? Medido en personas apartadas',
  verdict: (unit, rounds, by, half, sign) => {
    const after =
      unit === 'questions'
        ? `Tras ${rounds} preguntas, algunas contestadas con «no la he visto»,`
        : `Tras ${rounds} valoraciones, hagan falta las preguntas que hagan falta,`;
    return sign === 0
      ? `${after} no se ve diferencia con películas conocidas al azar (${by} ± ${half} estrellas).`
      : `${after} el error es ${by} ± ${half} estrellas ${sign < 0 ? 'menor' : 'mayor'} que con películas conocidas al azar.`;
  },
  measuredHow: (people, draws, commit, date) =>
    `Error medio en estrellas en 10 valoraciones que el modelo nunca vio, tras tantas preguntas; ${people} personas apartadas, ${draws} sorteos cada una, intervalos del 95 % sobre personas. Grabado por npm run evaluate -- --ask-next (${commit}, ${date}).`,
  measuredColumns: {
    questions: 'preguntas',
    rated: 'valoradas hasta ahí',
    asked: 'mueve la clasificación',
    evidence: 'evidencia',
    popular: 'las más valoradas',
    random: 'al azar',
  },
};
