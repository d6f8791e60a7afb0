import type { challenge as en } from '../en/challenge';

export const challenge: typeof en = {
  title: 'Prueba tú primero.',
  liked: 'A una persona le encantaron estas cuatro películas:',
  question: 'También puntuó estas seis. Tres le encantaron y tres no. ¿Cuáles le encantaron?',
  show: 'Mostrar la respuesta',
  chosen: (n, of) => `${n} de ${of} elegidas`,
  verdict: (you, model, everybody, of) =>
    `Acertaste ${you} de ${of}. El modelo, con las mismas cuatro películas, acertó ${model}. Lo que gusta a todo el mundo en promedio habría acertado ${everybody}.`,
  table: 'Tu elección, la del modelo y la verdad',
  film: 'Película',
  you: 'Tú',
  model: 'Modelo',
  truth: 'Le dio',
  chose: '✓',
  loved: 'le encantó',
  next: 'Otra persona',
  handOver: 'Dar estas cuatro al modelo de arriba',
  missing: 'No se pudieron cargar las personas de este reto. La lección se puede leer sin ellas.',
  made: (user, data, date, people) =>
    `Una persona real: el usuario ${user} de ${data}, nunca usado en el entrenamiento, una de las ${people} elegidas por sorteo. Las estrellas grabadas son del ${date}.`,
};
