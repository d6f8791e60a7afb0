import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Los pesos de una red suelen quedar fijos cuando acaba el entrenamiento. Una{' '}
        <em>hiperred</em> es una red cuya salida se usa como pesos de otra. Esa otra red puede
        entonces ser distinta para cada tarea, sin ningún paso de entrenamiento.
      </p>
      <p>
        Generar todos los pesos serían muchísimos números. La variante más simple del artículo
        genera solo la última capa: del <Lit part="hybrid">contexto híbrido</Lit> salen un peso para
        cada unidad de la última capa de la <Lit part="backbone">red base</Lit> y un sesgo. La
        puntuación es su suma ponderada.
      </p>
      <p>
        El paso siguiente es tocar todas las capas, con suavidad. Las <em>compuertas sigmoides</em>{' '}
        multiplican cada unidad por un número entre 0 y 1: un regulador de luz para cada unidad, que
        el gusto hace girar.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Pesos a medida',
  gist: 'Una red escribe los pesos de otra, de nuevo para cada gusto.',
  Body,
  action: 'En Entrenamiento, elige la modulación «lineal» o «sigmoide».',
  noticed:
    'Esta variante tiene sus propios parámetros. Si empieza sin entrenar, pulsa Reproducir: aprende en el navegador, delante de ti.',
};
