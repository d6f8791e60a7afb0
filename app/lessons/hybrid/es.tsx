import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        El contexto conoce el gusto, pero es el mismo para todas las películas del catálogo. Lo que
        importa es cómo se encuentra ese gusto con <em>esta</em> película.
      </p>
      <p>
        Así que el <Lit part="context">contexto</Lit> se multiplica, número a número, por el vector
        de características de la película. Donde el gusto es fuerte y la película tiene la
        característica, el producto es grande. Donde uno de los dos es casi cero, es casi cero. El
        resultado, el <Lit part="hybrid">contexto híbrido</Lit>, es distinto para cada candidata y
        cuesta una multiplicación por característica.
      </p>
      <p>
        Aunque es pequeño, este paso hace la mayor parte del trabajo con nuestros datos. Una red
        sencilla que lee directamente el producto clasifica tan bien como una modulada en
        profundidad. Te lo decimos aquí porque el laboratorio lo mostraría de todos modos: la
        modulación que estás a punto de conocer muestra <em>dónde</em> ocurre la adaptación en la
        red; con este conjunto de datos no es lo que mejora la clasificación.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Donde el gusto se encuentra con la película',
  gist: 'El gusto es el mismo para todas las películas; su producto con cada una, no.',
  Body,
  action:
    'Elige otra película en las recomendaciones y mira cómo cambia la red base modulada mientras el conjunto de soporte sigue igual.',
  noticed:
    'El mismo gusto, otra película: el contexto híbrido es distinto, y también todo lo que viene después.',
};
