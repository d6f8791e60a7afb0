import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Alguien a quien no conoces te nombra cuatro películas que le gustaron. ¿Qué otras le
        gustarían? Haces enseguida una buena conjetura. No te hace falta haber visto mil veladas
        suyas, ni te sientas antes a practicar.
      </p>
      <p>
        La mayoría de los recomendadores no saben hacerlo. Aprenden a una persona observándola
        durante mucho tiempo. Quien acaba de llegar, o un estante abierto esta mañana, no les da
        nada de que aprender. Esto es el <em>arranque en frío</em>.
      </p>
      <p>
        La red de esta página se entrenó con muchos gustos pequeños, para poder leer uno nuevo. Toma
        un puñado de películas, el <Lit part="support">conjunto de soporte</Lit>, las resume en una
        lista de números, el <Lit part="context">contexto</Lit>, y deja que ese contexto doble sus
        propias capas mientras puntúa todas las películas del catálogo. Una pasada por la red, de
        izquierda a derecha, y ahí está la <Lit part="recommendations">clasificación</Lit>. No se
        entrenó nada para ti ni se calculó ningún gradiente.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Cuatro películas y el gusto de un desconocido',
  gist: 'De quien acaba de llegar solo se conocen unas pocas películas, y tienen que bastar.',
  Body,
  action:
    'Añade una película de otro tipo a las que gustan: arrástrala, toca su signo más o búscala. Mira el punto del mapa, y la lista.',
  noticed:
    'Cambiaste una película y se calculó de nuevo toda la clasificación. Bastó una pasada hacia delante.',
};
