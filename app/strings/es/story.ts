import type { story as en } from '../en/story';

export const story: typeof en = {
  shown: 'Le encantaron',
  asked: 'Elige tres',
  letItGuess: 'Que adivine',
  chosen: (n, of) => (n === 1 ? `1 de ${of} elegida` : `${n} de ${of} elegidas`),
  outcome: 'Tu conjetura, la del modelo, lo que gusta a todos y la verdad',
  loved: 'Sus notas',
  you: 'Tú',
  model: 'El modelo',
  everybody: 'Lo que gusta a todos',
  right: 'acierto',
  wrong: 'fallo',
  total: 'Aciertos',
  found: (n, of) => `${n} de ${of}`,
  another: 'Otra persona',
  yourTurn: 'Tu turno',
  pick: 'Tu turno: elige tres películas que te encanten y mira abajo el punto y la lista.',
  picked: 'No necesita más: la lista de abajo está ordenada según estas películas.',
  shelf: 'Doce películas conocidas, lejanas entre sí en el mapa',
  shelfNote: (known) =>
    `Las doce más lejanas entre sí en el mapa, de las ${known} películas que más gente ha puntuado.`,
  goOn: 'Seguir con toda la página',
  goOnGenre: 'Seguir con un género',
  missing: 'No se pudo cargar el juego. La página de abajo funciona sin él.',
};
