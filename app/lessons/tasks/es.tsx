import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        El aprendizaje corriente tiene ejemplos. Aprender a aprender tiene <em>tareas</em>, y cada
        tarea trae su propio pequeño conjunto de ejemplos. En esta página una tarea es un gusto: el
        terror con extraterrestres, las comedias de los noventa o lo que le gusta a una persona.
      </p>
      <p>
        Cada tarea se corta en dos. El <Lit part="support">conjunto de soporte</Lit> es lo que la
        red puede mirar antes de responder. El <em>conjunto de consulta</em> es aquello sobre lo que
        después se le pregunta y se la califica. Ningún par está en los dos, o el examen sería una
        prueba de memoria. Una película que gusta aquí a una persona puede gustar allí a otra; por
        eso, donde esta página mide, una película del conjunto de soporte ni se clasifica ni se
        cuenta.
      </p>
      <p>
        Las tareas también se dividen en dos grupos. Unas son para el <em>metaentrenamiento</em>: la
        red practica con ellas. Las otras son para la <em>metaprueba</em>, y la red nunca las ve
        mientras aprende. Cuando la lista de la derecha es buena para un género reservado, la red no
        ha recordado ese género. Ha aprendido a leer uno.
      </p>
      <p>
        Hay aquí dos clases de arranque en frío, como en el artículo. En <em>Género</em>, una tarea
        es un tipo de película y la pregunta es qué películas van primero. En{' '}
        <em>Visitante nuevo</em>, una tarea es una persona y la pregunta es cuántas estrellas daría.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Un gusto es una tarea',
  gist: 'Donde el aprendizaje corriente tiene ejemplos, aprender a aprender tiene tareas.',
  Body,
  action: 'Elige otro género. Sus películas llegan una a una: cada una es un par de soporte más.',
  noticed:
    'Ocho películas bastaron para llevar la clasificación a otra parte del catálogo. Los pesos de la red no cambiaron.',
};
