import { DECADES } from '../../../src/data/types';
import type { narrator as en } from '../en/narrator';
import type { Deed, Differences, Names } from '../narration';

const films = (n: number) => (n === 1 ? '1 película' : `${n} películas`);
const list = new Intl.ListFormat('es', { type: 'conjunction' });

const GENRE_NAMES = [
  'la acción', 'la aventura', 'la animación', 'el cine infantil', 'la comedia', 'el crimen',
  'el documental', 'el drama', 'la fantasía', 'el cine negro', 'el terror', 'el cine IMAX',
  'el musical', 'el misterio', 'el romance', 'la ciencia ficción', 'el suspense',
  'el cine bélico', 'el western',
]; // prettier-ignore

function did(deed: Deed, { titleOf, genreOf, modulationOf }: Names): string {
  switch (deed.kind) {
    case 'added':
      return `Añadiste ${titleOf(deed.item)}`;
    case 'disliked':
      return `Pusiste ${titleOf(deed.item)} entre las que no gustan`;
    case 'liked':
      return `Pusiste ${titleOf(deed.item)} entre las que gustan`;
    case 'removed':
      return `Quitaste ${titleOf(deed.item)}`;
    case 'rated':
      return `Diste a ${titleOf(deed.item)} ${deed.stars === 1 ? '1 estrella' : `${deed.stars} estrellas`}`;
    case 'genre':
      return `${deed.films === 1 ? 'Llegó' : 'Llegaron'} ${films(deed.films)} de ${genreOf(deed.genre)}`;
    case 'picked':
      return `Añadiste ${deed.items.length > 4 ? films(deed.items.length) : list.format(deed.items.map(titleOf))}`;
    case 'several':
      return `${deed.films === 1 ? 'Cambió' : 'Cambiaron'} ${films(deed.films)}`;
    case 'taken':
      return `${films(deed.films)} ${deed.films === 1 ? 'tuya es' : 'tuyas son'} el conjunto de soporte`;
    case 'cleared':
      return 'Quitaste todas las películas';
    case 'reordered':
      return 'Cambiaste el orden de las películas';
    case 'cell':
      return 'Fijaste un valor del modelo';
    case 'route':
      return 'Fijaste una ruta del modelo';
    case 'context':
      return 'Pusiste otro contexto en lugar del de tus películas';
    case 'unmodulated':
      return deed.layers.length === 1
        ? `Dejaste la capa ${deed.layers[0]} sin modular`
        : `Dejaste las capas ${deed.layers.join(', ')} sin modular`;
    case 'network':
      return `Ahora responde otra red, con ${modulationOf(deed.modulation)}${deed.hasLearned ? '' : ', que aún no ha aprendido nada'}`;
    case 'released':
      return `Soltaste ${deed.all ? '' : 'parte de '}lo que tenías fijado en el modelo`;
  }
}

function rose({ genre, decade }: Differences): string | null {
  const names = [
    ...(genre === null ? [] : [GENRE_NAMES[genre]]),
    ...(decade === null
      ? []
      : [`los años ${DECADES[decade] < 2000 ? DECADES[decade] % 100 : DECADES[decade]}`]),
  ];
  if (names.length === 0) return null;
  const plural = names.length > 1 || genre === null;
  return `${plural ? 'suben' : 'sube'} ${list.format(names)}`;
}

function moved({ way }: Differences, { percent }: Names): string | null {
  if (!way) return null;
  if (way.share < 0.01) return 'el punto apenas se movió';
  const towards = way.towards === null ? '' : `, hacia ${way.towards}`;
  return `el punto recorrió un ${percent(way.share)} del ancho del mapa${towards}`;
}

function sentence(differences: Differences, names: Names): string {
  const { deed, fresh, of } = differences;
  if (deed.kind === 'taken') return `${did(deed, names)}.`;
  const news =
    fresh === 0
      ? `las primeras ${of} son las mismas`
      : `${fresh} de las primeras ${of} ${fresh === 1 ? 'es nueva' : 'son nuevas'}`;
  const clauses = [rose(differences), news, moved(differences, names)].filter(
    (clause) => clause !== null,
  );
  return `${did(deed, names)}: ${list.format(clauses)}.`;
}

export const narrator: typeof en = {
  sentence,
  invitation: 'Añade o quita una película: esta línea dice qué cambió.',
};
