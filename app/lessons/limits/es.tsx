import type { LessonText } from '../lesson';
import { Fact } from '../Fact';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Se confía en una herramienta cuando se conocen sus límites. Estos son los que encontramos.
      </p>
      <ul>
        <li>
          <strong>Dos gustos a la vez.</strong> Un contexto es un punto. Elige tres películas de
          terror y tres románticas, y el <Lit part="context">punto</Lit> cae entre ellas, donde
          viven pocas películas. La atención por candidata, en la lección anterior, lo remedia en
          parte: de dos gustos en un conjunto, las veinte primeras encuentran el{' '}
          <Fact of="two-tastes, attention" /> % en vez del <Fact of="two-tastes, plain" /> %.
        </li>
        <li>
          <strong>Un conjunto de soporte equivocado se cree.</strong> Si recibe las películas de
          otro género, la clasificación las sigue hasta el final. Eso demuestra que la adaptación
          funciona, y es una advertencia.
        </li>
        <li>
          <strong>Los métodos simples andan cerca.</strong> De cinco películas que gustan a un
          desconocido, la red encuentra entre sus veinte primeras el{' '}
          <Fact of="anonymous, CMML-FiLM, person" /> % de las demás, y las que gustaron a los mismos
          espectadores (item-kNN), el <Fact of="anonymous, item-kNN, person" /> %. De cinco de un
          género encuentra el <Fact of="anonymous, CMML-FiLM, genre" /> %, y el perfil de los
          géneros por la popularidad, el <Fact of="anonymous, genre profile, genre" /> %. Cada
          método simple es débil en la tarea del otro: item-kNN tiene allí el{' '}
          <Fact of="anonymous, item-kNN, genre" /> %, el perfil tiene aquí el{' '}
          <Fact of="anonymous, genre profile, person" /> %. El laboratorio muestra los dos a la vez.
          Que los modelos corrientes bien ajustados igualan al metaaprendizaje en pruebas así es
          sabido (arXiv 2308.08354).
        </li>
        <li>
          <strong>En las valoraciones ganan los gradientes.</strong> Solo con la pérdida del
          artículo, FiLM se desvía de media <Fact of="rating, CMML-FiLM" /> estrellas, y MetaCS-DNN,
          que da pasos de gradiente, <Fact of="rating, MetaCS-DNN" />.
        </li>
        <li>
          <strong>Aquí la modulación no es magia.</strong> El producto del contexto y la película,
          el <Lit part="hybrid">contexto híbrido</Lit>, aporta la mejora. Con un solo gusto a la
          vez, la modulación profunda encima de él no aumenta el recall con este conjunto de datos.
        </li>
        <li>
          <strong>Los datos tienen historia.</strong> Estas valoraciones son de unos cientos de
          personas que decidieron puntuar películas, ninguna posterior a octubre de 2016. Lo que
          nunca valoraron, el modelo apenas puede situarlo.
        </li>
      </ul>
    </>
  );
}

export const es: LessonText = {
  title: 'Dónde falla',
  gist: 'Seis cosas que hace mal, con sus números.',
  Body,
  action: 'Haz que falle: añade tres películas de un tipo opuesto y juzga la lista que sale.',
  noticed: 'Un punto no puede estar en dos sitios. ¿Qué cambiarías en el codificador?',
};
