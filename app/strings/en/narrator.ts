/** What the narrator says: one sentence on what the last change did. */
import { DECADES } from '../../../src/data/types';
import type { Deed, Differences, Names } from '../narration';

const films = (n: number) => (n === 1 ? '1 film' : `${n} films`);
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** In the order of `GENRES`. */
const GENRE_NAMES = [
  'action', 'adventure', 'animation', 'children’s films', 'comedy', 'crime', 'documentaries',
  'drama', 'fantasy', 'film noir', 'horror', 'IMAX films', 'musicals', 'mystery', 'romance',
  'science fiction', 'thrillers', 'war films', 'westerns',
]; // prettier-ignore

function did(deed: Deed, { titleOf, genreOf, modulationOf }: Names): string {
  switch (deed.kind) {
    case 'added':
      return `You added ${titleOf(deed.item)}`;
    case 'disliked':
      return `You put ${titleOf(deed.item)} among the disliked`;
    case 'liked':
      return `You put ${titleOf(deed.item)} among the liked`;
    case 'removed':
      return `You took out ${titleOf(deed.item)}`;
    case 'rated':
      return `You gave ${titleOf(deed.item)} ${deed.stars === 1 ? '1 star' : `${deed.stars} stars`}`;
    case 'genre':
      return `${films(deed.films)} of ${genreOf(deed.genre)} came in`;
    case 'picked':
      return `You added ${deed.items.length > 4 ? films(deed.items.length) : list.format(deed.items.map(titleOf))}`;
    case 'several':
      return `${films(deed.films)} changed`;
    case 'taken':
      return `${films(deed.films)} of yours ${deed.films === 1 ? 'is' : 'are'} the support set`;
    case 'cleared':
      return 'You took out all films';
    case 'reordered':
      return 'You changed the order of the films';
    case 'cell':
      return 'You held a value of the model';
    case 'route':
      return 'You held a route of the model';
    case 'context':
      return 'You put another context in place of your films’ own';
    case 'unmodulated':
      return deed.layers.length === 1
        ? `You left layer ${deed.layers[0]} unmodulated`
        : `You left layers ${deed.layers.join(', ')} unmodulated`;
    case 'network':
      return `Another network now, with ${modulationOf(deed.modulation)}${deed.hasLearned ? '' : ', that has learned nothing yet'}`;
    case 'released':
      return `You let go of ${deed.all ? '' : 'some of '}what you held in the model`;
  }
}

function rose({ genre, decade }: Differences): string | null {
  const names = [
    ...(genre === null ? [] : [GENRE_NAMES[genre]]),
    ...(decade === null ? [] : [`the ${DECADES[decade]}s`]),
  ];
  return names.length > 0 ? `${list.format(names)} rose` : null;
}

function moved({ way }: Differences, { percent }: Names): string | null {
  if (!way) return null;
  if (way.share < 0.01) return 'the dot hardly moved';
  const towards = way.towards === null ? '' : `, to ${way.towards}`;
  return `the dot went ${percent(way.share)} of the map’s width${towards}`;
}

function sentence(differences: Differences, names: Names): string {
  const { deed, fresh, of } = differences;
  // Against what was there before, another list altogether, nothing is told.
  if (deed.kind === 'taken') return `${did(deed, names)}.`;
  const news =
    fresh === 0
      ? `the first ${of} are the same films`
      : `${fresh} of the first ${of} ${fresh === 1 ? 'is' : 'are'} new`;
  const clauses = [rose(differences), news, moved(differences, names)].filter(
    (clause) => clause !== null,
  );
  return `${did(deed, names)}: ${list.format(clauses)}.`;
}

export const narrator = {
  sentence,
  invitation: 'Add a film or take one out: this line says what it changed.',
};
