import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        FiLM es difícil de leer: cientos de celdas, y cada una significa poco. La{' '}
        <em>modularización suave</em> hace una pregunta más gruesa. Cada capa tiene cuatro pequeños
        módulos, y la <Lit part="modulation">red de rutas</Lit> decide cuánto escucha cada módulo de
        la capa siguiente a cada uno de ellos. Los pesos que entran en un módulo suman uno, así que
        cada destino reparte su atención.
      </p>
      <p>
        Gustos distintos toman caminos distintos por los <Lit part="backbone">mismos módulos</Lit>.
        Nada se apaga del todo (por eso «suave»), así que las rutas se pueden entrenar con
        gradientes corrientes.
      </p>
      <p>
        Una advertencia. Con el híbrido de producto, una ruta depende tanto de la película como del
        gusto. En el promedio de muchas películas, dos géneros pueden parecer iguales aunque todos
        los pares difieran. Por eso la imagen muestra primero la ruta de un par, y al lado el
        promedio. Y una confesión: solo con la pérdida del artículo, con estos datos las rutas
        apenas se mueven de una tarea a otra. Lo que las mueve en el modelo de esta página es un
        regularizador nuestro, no del artículo.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Cuatro módulos y muchos caminos',
  gist: 'Los mismos módulos para todos, y otro camino por ellos para cada gusto.',
  Body,
  action:
    'Conserva la película elegida y cambia el gusto: elige otro género o edita el conjunto de soporte.',
  noticed:
    'La misma película, los mismos módulos, otro camino. Si las rutas importan se mide desde la línea de órdenes (npm run evaluate, --pictures): una tarea se puntúa con las rutas de otra.',
};
