import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        FiLM significa modulación lineal por características (en inglés, <em>feature-wise</em>).
        Para cada unidad de cada capa, la <Lit part="modulation">red de modulación</Lit> da dos
        números. Gamma multiplica el valor de la unidad; beta se le suma. Con gamma en 1 y beta en
        0, la capa queda tal como se entrenó.
      </p>
      <p>
        La imagen dibuja una celda por unidad. Una celda pálida no se ha tocado. El naranja está por
        debajo del valor neutro, el morado por encima. Una gamma cercana a cero silencia una unidad
        para este par; una gamma negativa le da la vuelta a su significado.
      </p>
      <p>
        Una capa ancha se puede doblar de muchísimas maneras, pero esa libertad por sí sola no
        clasifica mejor: en la propia tabla del artículo, con cinco semillas, sus cuatro formas de
        modular distan menos de un punto entre sí.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Dos números para cada unidad',
  gist: 'El gusto sube o baja cada unidad: un número la multiplica, otro se le suma.',
  Body,
  action:
    'Elige una película muy abajo en la lista y compara sus celdas con las de la primera. Pasa el puntero por una celda para ver sus valores exactos.',
  noticed:
    'El conjunto de soporte y los pesos son los mismos. Lo que cambia es la película, su producto con el contexto y las celdas que salen de él.',
};
