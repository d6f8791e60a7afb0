import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        El <em>codificador de contexto</em> tiene una sola obligación: convertir un conjunto de
        pares, sean los que sean, en una lista de números de longitud fija. El camino más corto es
        pasar cada <Lit part="support">par de soporte</Lit> por la misma pequeña red y promediar lo
        que sale; el modelo de la página añade el promedio de los vectores de las propias películas,
        con signo menos para las que no gustan. El resultado es el{' '}
        <Lit part="context">contexto C</Lit>, y es un punto del mapa.
      </p>
      <p>
        A un promedio le da igual quién llegó primero. Baraja el conjunto de soporte y el punto se
        queda exactamente donde está. Una red recurrente (la del artículo por defecto, una GRU) lee
        los pares uno tras otro, y podría no darle igual. Se entrena con conjuntos barajados para
        que aprenda a no fijarse en el orden.
      </p>
      <p>
        En el artículo gana el codificador recurrente. Con los pequeños datos de esta página
        promediar clasifica igual de bien, y no tiene que leer un par tras otro. El laboratorio
        muestra los dos, medidos de la misma manera; por eso la página empieza con el promedio.
      </p>
      <p>
        ¿Es el mapa algo que el codificador aprendió, o cualquier promedio de características se
        vería así? Es una buena pregunta: cambia el mapa a <em>sin codificar</em> y compara. También
        ahí se distinguen bien las familias. Un mapa ordenado, por sí solo, demuestra poco.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Un conjunto resumido en un punto',
  gist: 'Sean cuantas sean las películas, el codificador hace de ellas una lista de números: un punto en el mapa.',
  Body,
  action: 'Baraja el orden del conjunto de soporte y mira el punto del mapa.',
  noticed:
    'Con el codificador de promedio no se movió nada. Ahora elige el codificador GRU y baraja otra vez: este sí nota la diferencia.',
};
