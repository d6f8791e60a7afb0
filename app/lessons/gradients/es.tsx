import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        Los sistemas de referencia se adaptan haciendo lo mismo que el entrenamiento, solo que por
        poco tiempo. MeLU copia la red, da unos pocos pasos de gradiente sobre el conjunto de
        soporte y responde con la copia. s²Meta aprende qué tamaño debe tener cada paso y cuándo
        parar. Los dos lo hacen bien: un gradiente mira el error real, mientras que una pasada hacia
        delante tiene que haberlo previsto.
      </p>
      <p>
        El precio se paga en cada visita. Cada paso interno va hacia delante y hacia atrás por todos
        los pares de soporte, y necesita una red que se pueda cambiar mientras da servicio, cosa que
        pocos sistemas en producción permiten. Con k pasos sobre m pares, adaptarse cuesta k veces
        una pasada hacia delante y otra hacia atrás; CMML paga una pasada hacia delante.
      </p>
      <p>
        <Lit part="race">La carrera</Lit> los ejecuta a todos con el conjunto de soporte que está
        ahora en la bandeja, en la misma máquina y con los mismos tensores. Cuenta las pasadas, mide
        los milisegundos y los califica con películas que no se mostraron a ninguno. Donde ganen los
        gradientes, lo verás.
      </p>
    </>
  );
}

export const es: LessonText = {
  title: 'Pasos de gradiente frente a una pasada',
  gist: 'Los sistemas de referencia dan unos pasos de entrenamiento en cada visita: esto es lo que ganan y lo que cuesta.',
  Body,
  action: 'Haz la carrera una vez.',
  noticed:
    'Esos son los milisegundos de tu máquina. Hazla con muchas tareas de validación para ver la dispersión.',
};
