import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        En esta historia <em>sí</em> hay un gradiente, pero ya ha pasado cuando tú llegas. Durante
        el metaentrenamiento la red ensaya miles de arranques en frío. En cada <em>episodio</em>{' '}
        recibe el conjunto de soporte de unas pocas tareas, se adapta con una pasada hacia delante,
        ordena los pares de consulta y se le dice cuánto se equivocó.
      </p>
      <p>
        Al ordenar, equivocarse significa esto: una película que le gustó a la persona debería
        puntuar al menos un punto más que otra que no le gustó. Lo que falte es la pérdida. Su
        gradiente fluye hacia atrás por las <Lit part="recommendations">puntuaciones</Lit>, la{' '}
        <Lit part="backbone">red base</Lit>, la <Lit part="modulation">modulación</Lit> y el{' '}
        <Lit part="context">contexto</Lit>, y un paso del optimizador los cambia todos a la vez.
      </p>
      <p>
        La curva de entrenamiento, por sí sola, puede engañar. La segunda curva se mide con tareas
        apartadas, y es la que hay que creer.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Practicar arranques en frío',
  gist: 'En esta historia hay un gradiente, pero termina antes de que llegues.',
  Body,
  action:
    'Reinicia con una semilla nueva y pulsa Reproducir. Espera a que se mueva la curva de validación.',
  noticed:
    'Esos fueron pasos de entrenamiento reales, en tu navegador. «Reiniciar, misma semilla» dibuja otra vez exactamente la misma curva.',
};
