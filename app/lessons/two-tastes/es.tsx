import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Te gusta el terror y te gustan las comedias románticas. En promedio, tus películas son un{' '}
        <Lit part="context">contexto</Lit> que no es ni lo uno ni lo otro: una lista de números no
        puede estar en dos sitios.
      </p>
      <p>
        Que cada candidata mire entonces tus películas por sí misma. Compara sus características con
        las de cada una, da a cada una un peso y lee la media ponderada: una película de terror se
        apoya en las tuyas de terror, una comedia en tus comedias. Lo que gusta y lo que no se pesan
        por separado. Esta <em>atención por candidata</em> es un cuarto tipo de{' '}
        <Lit part="hybrid">contexto híbrido</Lit>, que no está en el artículo. Sigue siendo una sola
        pasada hacia delante, y solo se aprende qué cuenta como parecido.
      </p>
      <p>
        Abajo, ambos leen el mismo conjunto de soporte. Pulsa una pareja; las líneas muestran en qué
        películas se apoya cada recomendación. Con el deslizador los pesos se igualan, y lo que la
        atención añadía desaparece.
      </p>
      <p>
        Cuánto vale se midió en tareas declaradas de antemano, con visitantes que ningún
        entrenamiento había visto. De lo que les gusta y no se mostró, las veinte primeras contienen
        el <Fact of="two-tastes, attention" /> % con atención y el <Fact of="two-tastes, plain" /> %
        sin ella, cuando el conjunto de soporte mezcla dos gustos; el{' '}
        <Fact of="but-not, attention" /> % y el <Fact of="but-not, plain" /> % cuando dice esto sí,
        aquello no; y el <Fact of="ordinary, attention" /> % y el <Fact of="ordinary, plain" /> %
        con un solo gusto, donde basta un vector.
      </p>
      <p>
        ¿De dónde viene? Los controles se hicieron con personas que el modelo conoce, cinco veces
        cada uno. Pesos todos iguales ganan menos que la atención con dos gustos, y más con «esto
        sí, aquello no»: ahí basta pesar por separado lo que gusta y lo que no. FiLM solo no gana en
        ninguno, y sobre la atención gana únicamente donde se conocen pocas películas. Todo esto es
        con muchas películas de cada gusto. Con cuatro, como en las parejas de abajo, la ganancia es
        pequeña y una sola pareja puede salir bien o mal; la primera sale bien. El laboratorio tiene
        las diferencias con sus intervalos, y <code>docs/two-tastes.md</code>, todo.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Una lista de números, dos gustos',
  gist: 'La media de terror y comedia no es ni lo uno ni lo otro; la atención puede con ambos.',
  Body,
  action:
    'Convierte una de las películas que gustan en una que no, aquí o arrastrándola en el conjunto de soporte.',
  noticed: 'Lo que gusta y lo que no se pesan por separado: esto sí, aquello no, sin anularse.',
};
